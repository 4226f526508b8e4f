using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Accounts.Logbook;
using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Accounts;

public sealed class LogbookTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Get_ShowsWhoDidWhatWhenAndThatItWasRead()
    {
        var place = await data.PlaceAsync();
        var resident = await data.PersonAsync("Jo <b>Bos</b>");
        await data.InitiativeAsync(place, resident, "Een bankje bij de brink");
        var administrator = await data.AdministratorAsync();
        using var browser = host.Browser(administrator);

        await browser.OpenAsync(AccountLinks.Journal);

        var row = browser
            .Page.QuerySelectorAll("tbody tr")
            .First(r => r.TextContent.Contains("leverde een idee in", StringComparison.Ordinal));
        Assert.Contains("Jo <b>Bos</b>", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Een bankje bij de brink", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("02-11-2026, 10.00", row.TextContent, StringComparison.Ordinal);
        await browser.OpenAsync(AccountLinks.Journal);
        Assert.Contains(
            "las het logboek",
            browser.Page.QuerySelector("tbody tr")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_IsForAdministratorsAlone()
    {
        var place = await data.PlaceAsync();
        foreach (var person in new[] { place.Liaison, place.ContactPerson, await data.PersonAsync() })
        {
            using var browser = host.Browser(person);
            await browser.OpenAsync(AccountLinks.Journal, HttpStatusCode.Forbidden);
            Assert.Contains("Deze pagina is niet voor u", browser.Text, StringComparison.Ordinal);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await browser.AskAsync(new LogbookFilter().Address(handler: "Download"))).StatusCode
            );
        }

        using var nobody = host.Browser();
        var answer = await nobody.AskAsync(AccountLinks.Journal + "?pagina=2");
        Assert.Equal("/inloggen?terug=%2Fbeheer%2Flogboek%3Fpagina%3D2", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Get_CanBeFilteredOnPersonSubjectVerbAndPeriod()
    {
        var place = await data.PlaceAsync();
        var one = await data.PersonAsync("Een");
        var other = await data.PersonAsync("Ander");
        var initiative = await data.InitiativeAsync(place, one, "Eerste idee");
        await data.InitiativeAsync(place, other, "Tweede idee");
        await data.SaveAsync(db =>
        {
            db.Journal.Add(JournalEntry.General(AccountVerbs.SignInRefused, data.Now(), ("person", one.Id)));
            return Task.FromResult(true);
        });
        var today = data.Now().Today;

        Assert.Equal(
            [AccountVerbs.SignInRefused, InitiativeVerbs.HandedIn],
            await ChosenAsync(new() { Person = one.Id }, AccountVerbs.SignInRefused, InitiativeVerbs.HandedIn)
        );
        Assert.Equal(
            [InitiativeVerbs.Confirmed, InitiativeVerbs.HandedIn],
            await ChosenAsync(new() { Subject = initiative.Id }, InitiativeVerbs.Confirmed, InitiativeVerbs.HandedIn)
        );
        Assert.All(
            await ChosenAsync(new() { Verb = InitiativeVerbs.HandedIn }),
            v => Assert.Equal(InitiativeVerbs.HandedIn, v)
        );
        Assert.NotEmpty(await ChosenAsync(new() { From = today, To = today }));
        Assert.Empty(await ChosenAsync(new() { To = today.AddDays(-1) }));
        Assert.Empty(await ChosenAsync(new() { From = today.AddDays(1) }));

        using var browser = host.Browser(await data.AdministratorAsync());
        await browser.OpenAsync(new LogbookFilter { Person = one.Id, Verb = AccountVerbs.SignInRefused }.Address());
        Assert.Single(browser.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Alleen Een.", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(new LogbookFilter { Verb = "'; DROP TABLE journal; --" }.Address());
        Assert.Contains("Hier is niets gebeurd.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ShowsTwentyLinesAndTheWayToMore()
    {
        var administrator = await data.AdministratorAsync();
        await data.SaveAsync(db =>
        {
            for (var line = 0; line < 45; line++)
            {
                db.Journal.Add(JournalEntry.General(AccountVerbs.SignedOut, data.Now(administrator.Id)));
            }

            return Task.FromResult(true);
        });
        using var browser = host.Browser(administrator);
        var filter = new LogbookFilter { Person = administrator.Id, Verb = AccountVerbs.SignedOut };

        await browser.OpenAsync(filter.Address());
        Assert.Equal(20, browser.Page.QuerySelectorAll("tbody tr").Length);
        await browser.OpenAsync(browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        await browser.OpenAsync(browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(5, browser.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Null(browser.Page.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Download_IsAFileInWhichNoCellIsAFormula()
    {
        var place = await data.PlaceAsync();
        var resident = await data.PersonAsync("=HYPERLINK(\"https://kwaad.example\")");
        await data.InitiativeAsync(place, resident, "+31 bellen; \"nu\"");
        var administrator = await data.AdministratorAsync();
        using var browser = host.Browser(administrator);

        var answer = await browser.AskAsync(new LogbookFilter { Person = resident.Id }.Address(handler: "Download"));

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("logboek.csv", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"https://kwaad.example\"\")\"", browser.Body, StringComparison.Ordinal);
        Assert.Contains("\"'+31 bellen; \"\"nu\"\"\"", browser.Body, StringComparison.Ordinal);
        Assert.True(
            await host.DbAsync(db =>
                db.Journal.AnyAsync(j => j.Verb == AccountVerbs.JournalDownloaded && j.PersonId == administrator.Id)
            )
        );
    }

    [Fact]
    public async Task Get_NeverShowsAnotherMunicipality()
    {
        var other = await host.AddMunicipalityAsync("Buurveen", "buurveen.example");
        var there = new TestData(host, other);
        var place = await there.PlaceAsync();
        var initiative = await there.InitiativeAsync(place, await there.PersonAsync("Buur"), "Idee van de buren");
        using var browser = host.Browser(await data.AdministratorAsync());

        await browser.OpenAsync(new LogbookFilter { Subject = initiative.Id }.Address());

        Assert.Contains("Hier is niets gebeurd.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Idee van de buren", browser.Body, StringComparison.Ordinal);
    }

    /// <summary>The verbs found, of those asked; all when none is.</summary>
    [Fact]
    public async Task Get_FilterHoldsSentencesThatReadWellWithoutFacts_InOrder()
    {
        using var browser = host.Browser(await data.AdministratorAsync());

        await browser.OpenAsync(AccountLinks.Journal);

        var choices = browser.Page.QuerySelectorAll("#wat optgroup").ToArray();
        Assert.NotEmpty(choices);
        Assert.DoesNotContain("0001", browser.Page.QuerySelector("#wat")!.TextContent, StringComparison.Ordinal);
        foreach (var kind in choices)
        {
            var sentences = kind.QuerySelectorAll("option").Select(o => o.TextContent.Trim()).ToArray();
            Assert.Equal(
                sentences.Order(StringComparer.Create(new System.Globalization.CultureInfo("nl-NL"), true)),
                sentences
            );
        }
    }

    [Fact]
    public async Task Get_NamesTheOrganisationThatWasChanged()
    {
        var place = await data.PlaceAsync();
        var administrator = await data.AdministratorAsync();
        await data.SaveAsync(db =>
        {
            db.Journal.Add(
                JournalEntry.General(
                    PlacesVerbs.OrganisationChanged,
                    data.Now(administrator.Id),
                    ("organisation", place.Association.Id)
                )
            );
            return Task.FromResult(true);
        });
        using var browser = host.Browser(administrator);

        await browser.OpenAsync(new LogbookFilter { Verb = PlacesVerbs.OrganisationChanged }.Address());

        Assert.Contains(
            $"Beheerder paste de gegevens van {place.Association.Name} aan.",
            browser.Page.QuerySelector("tbody tr")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_SaysThatAFigureOfInhabitantsWasRemoved()
    {
        var place = await data.PlaceAsync();
        var administrator = await data.AdministratorAsync();
        await data.SaveAsync(async db =>
        {
            var village = await db
                .Villages.Include(v => v.Subject)
                .Include(v => v.Inhabitants)
                .SingleAsync(v => v.Id == place.Village.Id);
            var actor = data.Now(administrator.Id);
            village.Inhabitants.Add(
                new VillageInhabitants
                {
                    Year = 2024,
                    Number = 500,
                    Source = "CBS",
                }
            );
            return village.ForgetInhabitants(2024, actor).Succeeded;
        });
        using var browser = host.Browser(administrator);

        await browser.OpenAsync(new LogbookFilter { Subject = place.Village.Id }.Address());

        Assert.Contains("Beheerder haalde een aantal inwoners weg.", browser.Text, StringComparison.Ordinal);
    }

    private async Task<List<string>> ChosenAsync(LogbookFilter filter, params string[] verbs)
    {
        var found = await host.DbAsync(db => db.Journal.Chosen(filter).Select(j => j.Verb).ToListAsync());
        return verbs.Length == 0 ? found : [.. verbs.Where(found.Contains)];
    }
}
