using System.Net;
using System.Security.Cryptography;
using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives;

public sealed class ListTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Get_ShowsTitleVillagePhaseAndWhatWasPromised()
    {
        var (place, initiative) = await InitiativeAsync("Een bankje bij de vijver");

        var browser = await host.Browser().OpenAsync(InVillage(place));

        var row = Assert.Single(browser.Page.QuerySelectorAll(".brink-row"));
        Assert.Contains(initiative.Subject.Title, row.TextContent, StringComparison.Ordinal);
        Assert.Contains(place.Village.Subject!.Title, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Idee", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "De gemeente pakt dit uiterlijk 9 november 2026 op.",
            row.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("1 initiatief", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhenTheTermHasPassed_SaysPlainlyHowLate()
    {
        var (place, _) = await InitiativeAsync("Een laat antwoord");
        var before = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromDays(13));
        try
        {
            var browser = await host.Browser().OpenAsync(InVillage(place));

            Assert.Contains("Oppakken is 6 dagen te laat.", browser.Text, StringComparison.Ordinal);
        }
        finally
        {
            host.Time.SetTo(before);
        }
    }

    [Fact]
    public async Task Get_WhenAnIdeaIsNotConfirmedOrWithdrawn_DoesNotShowIt()
    {
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        await data.UnconfirmedInitiativeAsync(place, by, "Nog niet bevestigd plan");
        var withdrawn = await data.InitiativeAsync(place, by, "Teruggetrokken plan");
        await host.DbAsync(async db =>
        {
            var found = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .SingleAsync(i => i.Id == withdrawn.Id);
            found.Withdraw(data.Now(by.Id));
            await db.SaveChangesAsync();
        });

        foreach (var person in new[] { null, place.Liaison })
        {
            var browser = await host.Browser(person).OpenAsync(InVillage(place));

            Assert.Empty(browser.Page.QuerySelectorAll(".brink-row"));
            Assert.Contains("Niets gevonden", browser.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("?zoek=beweegtuinen")]
    [InlineData("?zoek=bewegtuin")]
    [InlineData("?fase=idee&zoek=BEWEEGTUIN")]
    [InlineData("?wacht=ja&zoek=beweegtuin")]
    [InlineData("?eigenaar=onbekend&zoek=beweegtuin")]
    public async Task Get_WithWordsOrFilters_FindsWhatFits(string query)
    {
        await InitiativeAsync("Een beweegtuin voor oud en jong");

        var browser = await host.Browser().OpenAsync(InitiativeLinks.List + query);

        Assert.Contains("Een beweegtuin voor oud en jong", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?zoek=zeppelinhangar")]
    [InlineData("?fase=gestopt")]
    [InlineData("?eigenaar=partner")]
    [InlineData("?dorp=999999999")]
    [InlineData("?thema=999999999")]
    public async Task Get_WhenNothingFits_HelpsOn(string query)
    {
        await InitiativeAsync("Iets heel anders");

        var browser = await host.Browser().OpenAsync(InitiativeLinks.List + query);

        Assert.Contains("Toon alle initiatieven", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?zoek=%27%22%29%28%26%7C%21%3A%2A%3C-%3E")]
    [InlineData("?zoek=%00%E2%80%AE%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("?pagina=-1&dorp=x&thema=%27%3B--&fase=DROP&eigenaar=1&wacht=misschien")]
    [InlineData("?pagina=99999999999999999999")]
    [InlineData("?pagina=2147483647")]
    public async Task Get_WithAwkwardInput_StaysCalm(string query)
    {
        var browser = await host.Browser().OpenAsync(InitiativeLinks.List + query);

        Assert.DoesNotContain("<script>alert", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithTenThousandCharacters_StaysCalm() =>
        await host.Browser().OpenAsync(InitiativeLinks.List + "?zoek=" + new string('a', 10_000));

    [Fact]
    public async Task Get_PageByPage_ShowsEachInitiativeOnce()
    {
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        for (var number = 1; number <= 45; number++)
        {
            await data.InitiativeAsync(place, by, $"Plan {number}");
        }

        var seen = new List<string?>();
        for (var page = 1; page <= 3; page++)
        {
            var browser = await host.Browser().OpenAsync($"{InVillage(place)}&pagina={page}");
            seen.AddRange(browser.Page.QuerySelectorAll(".brink-row__title a").Select(a => a.GetAttribute("href")));
        }

        Assert.Equal(45, seen.Count);
        Assert.Equal(45, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Get_AFilter_SaysHowManyAreLeftAndThatManyAreThere()
    {
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        await data.InitiativeAsync(place, by, "Eerste");
        await data.InitiativeAsync(place, by, "Tweede");
        var browser = await host.Browser().OpenAsync(InitiativeLinks.List);
        var link = browser
            .Page.QuerySelectorAll(".brink-links a")
            .Single(a => a.TextContent.StartsWith(place.Village.Subject!.Title, StringComparison.Ordinal));

        Assert.Contains("(2)", link.TextContent, StringComparison.Ordinal);
        await browser.OpenAsync(link.GetAttribute("href")!);

        Assert.Equal(2, browser.Page.QuerySelectorAll(".brink-row").Length);
        Assert.Contains("2 initiatieven", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAChange_CountsAnew()
    {
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        await data.InitiativeAsync(place, by, "De eerste hier");
        await host.Browser().OpenAsync(InVillage(place));

        await data.InitiativeAsync(place, by, "De tweede hier");

        var browser = await host.Browser().OpenAsync(InVillage(place));
        Assert.Contains("2 initiatieven", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_KeepsFormulasFromRunning()
    {
        var (place, initiative) = await InitiativeAsync("=HYPERLINK(\"http://evil.example\";\"klik\")");

        var browser = host.Browser();
        var answer = await browser.AskAsync(
            InVillage(place).Replace(InitiativeLinks.List, InitiativeLinks.Download, StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"\"{initiative.Id}\";\"'=HYPERLINK(\"\"http", browser.Body, StringComparison.Ordinal);
        Assert.Equal(2, browser.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public Task Rows_AskOnlyForThePageThatIsShown() =>
        host.DbAsync(db =>
        {
            var sql = db.Initiatives.Public().NewestFirst().Take(20).Rows(db).ToQueryString();

            // A window function would run over the whole municipality for each page of twenty.
            Assert.DoesNotContain("ROW_NUMBER", sql, StringComparison.OrdinalIgnoreCase);
            return Task.CompletedTask;
        });

    [Fact]
    public async Task Get_OfAnotherMunicipality_ShowsNothingOfThisOne()
    {
        await InitiativeAsync("Alleen van Testveen");
        var other = await host.AddMunicipalityAsync(
            "Elders",
            $"elders-{RandomNumberGenerator.GetHexString(16, lowercase: true)}.example"
        );

        var browser = await host.Browser(tenant: other).OpenAsync(InitiativeLinks.List);

        Assert.DoesNotContain("Alleen van Testveen", browser.Text, StringComparison.Ordinal);
    }

    private static string InVillage(Place place) => InitiativeFilter.None.In(place.Village.Id);

    private async Task<(Place Place, Initiative Initiative)> InitiativeAsync(string title)
    {
        var place = await data.PlaceAsync();
        return (place, await data.InitiativeAsync(place, await data.PersonAsync(), title));
    }
}
