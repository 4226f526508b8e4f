using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Places.Administration;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Places;

/// <summary>What somebody meets who fills in the forms of administration for the first time.</summary>
public sealed class AdministrationFormTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly BrinkHost host = new(postgres);
    private TestData data = null!;
    private Place place = null!;
    private Person administrator = null!;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        data = new TestData(host);
        place = await data.PlaceAsync("Hijken");
        administrator = await data.AdministratorAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Page_AfterAPreview_IsSaved()
    {
        var village = PlacesLinks.Village(place.Village.Id, "hijken");
        var browser = await host.Browser(place.ContactPerson).OpenAsync(village + "/bewerken");
        await browser.SubmitAsync("Bekijk eerst", HttpStatusCode.OK, ("Over het dorp", "Welkom in **Hijken**"));
        Assert.Contains("Dit is nog niet bewaard", browser.Text);

        await browser.SubmitAsync("Opslaan");

        Assert.Equal(village, browser.Address);
        Assert.Contains("<strong>Hijken</strong>", browser.Body);
    }

    [Fact]
    public async Task Representation_AfterARefusedEnd_TakesAnother_AndKeepsTheDayAtItsField()
    {
        await data.VillageAsync("Elp");
        var browser = await host.Browser(administrator)
            .OpenAsync(AdministrationLinks.Representation(place.Association.Id));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Dorp", "Elp"), ("Eerste dag", "2020-01-01"));

        await browser.SubmitAsync("Beëindig Elp", HttpStatusCode.BadRequest, ("Until", "2019-05-06"));

        var field = browser.Page.QuerySelector("#Until")!;
        Assert.Equal("2019-05-06", field.GetAttribute("value"));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains(
            "niet voor de eerste dag",
            browser.Page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Elp", field.Closest("li")!.TextContent, StringComparison.Ordinal);
        Assert.Single(browser.Page.QuerySelectorAll("input[name=Until][value]"));
        await data.VillageAsync("Spier");
        await browser.OpenAsync(browser.Address.Split('?')[0]);
        await browser.SubmitAsync("Beëindig Elp", HttpStatusCode.BadRequest, ("Until", ""));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Dorp", "Spier"));
        Assert.Equal(
            3,
            await host.DbAsync(db => db.Representations.CountAsync(r => r.OrganisationId == place.Association.Id))
        );
    }

    [Fact]
    public async Task Membership_AfterARefusedEnd_SaysItAtTheDay()
    {
        var umbrella = await data.SaveAsync(db =>
        {
            var made = new Organisation { Kind = OrganisationKind.Umbrella, Name = "Het Overleg" };
            db.Organisations.Add(made);
            return Task.FromResult(made);
        });
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Membership(place.Association.Id));
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Koepel", umbrella.Name),
            ("Eerste dag", "2020-01-01")
        );

        await browser.SubmitAsync("Beëindig Het Overleg", HttpStatusCode.BadRequest, ("Until", "1019-05-06"));

        var field = browser.Page.QuerySelector("#Until")!;
        Assert.Equal("1019-05-06", field.GetAttribute("value"));
        Assert.NotNull(browser.Page.GetElementById(field.GetAttribute("aria-describedby")!));
        Assert.DoesNotContain(
            "handler=End",
            browser.Page.QuerySelector("form.brink-form")!.GetAttribute("action"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Village_RenamedByTwo_TellsTheSecond()
    {
        var other = await data.AdministratorAsync();
        var address = AdministrationLinks.Village(place.Village.Id);
        var one = await host.Browser(administrator).OpenAsync(address);
        var two = await host.Browser(other).OpenAsync(address);
        await one.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Naam", "Hijken aan de Brink"));

        await two.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Naam", "Hieken"));

        Assert.Contains("Iemand anders heeft dit net gewijzigd", two.Text);
        Assert.Equal(
            "Hijken aan de Brink",
            await host.DbAsync(db =>
                db.Subjects.Where(s => s.Id == place.Village.Id).Select(s => s.Title).SingleAsync()
            )
        );
    }

    [Theory]
    [InlineData("52.87", "6.5184")]
    [InlineData("52,87", " 6,5184 ")]
    public async Task Coordinates_AreReadWithPointAndComma(string latitude, string longitude)
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Village(place.Village.Id));

        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Breedtegraad", latitude), ("Lengtegraad", longitude));

        var village = await host.DbAsync(db => db.Villages.SingleAsync(v => v.Id == place.Village.Id));
        Assert.Equal((52.87, 6.5184), (village.Latitude!.Value, village.Longitude!.Value));
    }

    [Theory]
    [InlineData("1.234", 1234)]
    [InlineData("1 234", 1234)]
    [InlineData("12.345", 12345)]
    public async Task Inhabitants_AreReadAsPeopleWriteThem(string typed, int number)
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Inhabitants(place.Village.Id));

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Jaar", "2024"),
            ("Aantal inwoners", typed),
            ("Bron", "Telling")
        );

        Assert.Equal(number, (await host.DbAsync(db => db.VillageInhabitants.SingleAsync())).Number);
    }

    [Theory]
    [InlineData("1.2", "Vul een heel getal in, zoals 665.")]
    [InlineData("veel", "Vul een heel getal in, zoals 665.")]
    [InlineData("", "Vul het aantal inwoners in, zoals 665.")]
    public async Task Inhabitants_ThatCantBeRead_SayWhatToType_AndHideNothing(string typed, string message)
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Inhabitants(place.Village.Id));

        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Jaar", "1500"), ("Aantal inwoners", typed));

        Assert.Contains("Er zijn nog 3 dingen", browser.Text);
        Assert.Contains(message, browser.Page.QuerySelector("#Number-fout")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("vul dan niets in", browser.Text, StringComparison.Ordinal);
        Assert.Equal(typed, browser.Page.QuerySelector("#Number")!.GetAttribute("value") ?? "");
        Assert.Contains("Schrijf waar het getal vandaan komt", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_WithEqualMistakes_NamesEachField()
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Policy);

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.BadRequest,
            ("Oppakken binnen", "veel"),
            ("Antwoorden binnen", "meer"),
            ("Vanaf hoeveel inwoners", "1 500")
        );

        var lines = browser.Page.QuerySelectorAll("#fouten li").Select(line => line.TextContent).ToArray();
        Assert.Equal(2, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("Oppakken binnen", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Antwoorden binnen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0202-01-01")]
    [InlineData("2227-01-01")]
    public async Task AbsurdDays_AreRefused(string day)
    {
        await data.VillageAsync("Elp");
        var browser = await host.Browser(administrator)
            .OpenAsync(AdministrationLinks.Representation(place.Association.Id));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Dorp", "Elp"), ("Eerste dag", day));
        Assert.Contains("Deze dag kan niet kloppen", browser.Page.QuerySelector("#From-fout")!.TextContent);
        await browser.SubmitAsync("Beëindig Hijken", HttpStatusCode.BadRequest, ("Until", day));
        Assert.Contains("Deze dag kan niet kloppen", browser.Text);

        await browser.OpenAsync(AdministrationLinks.Recognition(place.Association.Id));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Erkend vanaf", day));
        Assert.Contains("Deze dag kan niet kloppen", browser.Text);
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.BadRequest,
            ("Erkend vanaf", "2000-01-01"),
            ("Laatste dag", day)
        );
        Assert.Contains("Deze dag kan niet kloppen", browser.Text);
    }

    [Theory]
    [InlineData("geen", false)]
    [InlineData("0593 12", false)]
    [InlineData("0593 123 456", true)]
    [InlineData("14 0593", true)]
    public async Task Telephone_IsCheckedEverywhere(string typed, bool isOne)
    {
        var expected = isOne ? HttpStatusCode.OK : HttpStatusCode.BadRequest;
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Municipality);
        await browser.SubmitAsync("Opslaan", expected, ("Code van het CBS", "GM1731"), ("Telefoon", typed));
        Assert.Equal(!isOne, browser.Text.Contains("Dit telefoonnummer klopt niet", StringComparison.Ordinal));

        await browser.OpenAsync(AdministrationLinks.Organisation(place.Association.Id));
        await browser.SubmitAsync("Opslaan", expected, ("Telefoon", typed));
        Assert.Equal(!isOne, browser.Text.Contains("Dit telefoonnummer klopt niet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Saving_IsConfirmed_WhereOneLands()
    {
        var browser = host.Browser(administrator);
        foreach (
            var page in new[]
            {
                AdministrationLinks.Policy,
                AdministrationLinks.Look,
                AdministrationLinks.Village(place.Village.Id),
                AdministrationLinks.Organisation(place.Association.Id),
                AdministrationLinks.Recognition(place.Association.Id),
            }
        )
        {
            await browser.OpenAsync(page);
            Assert.Null(browser.Page.QuerySelector("[role=status]"));
            await browser.SubmitAsync("Opslaan");
            Assert.Equal("Opgeslagen.", browser.Page.QuerySelector("[role=status]")?.TextContent.Trim());
        }
    }

    [Fact]
    public async Task Inhabitants_AreRemoved_OnlyAfterAskingOnceMore()
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Inhabitants(place.Village.Id));
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Jaar", "2024"),
            ("Aantal inwoners", "665"),
            ("Bron", "Telling")
        );
        var ask = browser.Page.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Haal weg 2024");

        await browser.OpenAsync(ask.GetAttribute("href")!);
        Assert.Equal(1, await host.DbAsync(db => db.VillageInhabitants.CountAsync()));
        Assert.Contains("665", browser.Text);
        await browser.SubmitAsync("Ja, haal 2024 weg");

        Assert.Equal(0, await host.DbAsync(db => db.VillageInhabitants.CountAsync()));
        Assert.Equal(AdministrationLinks.Inhabitants(place.Village.Id), browser.Address.Split('?')[0]);
        Assert.Equal("Weggehaald.", browser.Page.QuerySelector("[role=status]")?.TextContent.Trim());
    }

    [Fact]
    public async Task Gap_LeadsToGivingTheRole_WithTheChoiceMade()
    {
        var elp = await data.VillageAsync("Elp");
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Contacts);
        var gap = browser
            .Page.QuerySelectorAll("li.brink-row")
            .Single(row => row.TextContent.Contains("Elp", StringComparison.Ordinal));
        var link = gap.QuerySelectorAll("a")
            .First(a => a.TextContent.Contains("Geef iemand", StringComparison.Ordinal));

        await browser.OpenAsync(link.GetAttribute("href")!);
        var person = browser.Page.QuerySelectorAll("a").First(a => a.TextContent.Trim() == place.Liaison.Name);
        await browser.OpenAsync(person.GetAttribute("href")!);
        await browser.SubmitAsync("Opslaan");

        Assert.True(
            await host.DbAsync(db =>
                db.RoleHoldings.AnyAsync(h =>
                    h.PersonId == place.Liaison.Id && h.Role == Role.Liaison && h.VillageId == elp.Id
                )
            )
        );
    }
}
