using System.Globalization;
using System.Net;
using Brink.Features.Initiatives;
using Brink.Features.Places.Spots;
using Brink.Platform.Maps;
using Brink.Tests.Features.Initiatives.HandIn;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Places.Spots;

/// <summary>A spot from the first press to the map that everybody sees, without scripts.</summary>
public sealed class SpotPagesTests(HandInHost handIn) : IClassFixture<HandInHost>, IAsyncLifetime
{
    private BrinkHost Host => handIn.Host;

    public async ValueTask InitializeAsync()
    {
        if (!await Host.DbAsync(db => db.Areas.AnyAsync()))
        {
            await handIn.Data.AreaAsync(handIn.Place.Village, Hijken.Border);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task HandIn_WithAPressOnTheMap_BringsTheSpotToEverybody()
    {
        var browser = await AtMapAsync("speld@plek.example");
        Assert.Contains("Er staat nog geen speld", Shown(browser));
        await PressAsync(browser, 144, 150);
        Assert.DoesNotContain("Er staat nog geen speld", Shown(browser));
        Assert.Contains("Iedereen kan de plek straks zien", browser.Text);
        await browser.SubmitAsync("Dichterbij");
        Assert.Contains("de helft van Hijken", browser.Text);
        await PressAsync(browser, 150, 140);
        await browser.SubmitAsync("Bewaar deze wijziging");

        Assert.Equal("/idee/controle", browser.Address);
        Assert.NotNull(browser.Page.QuerySelector(".brink-map__mark:not([display])"));
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await browser.SubmitAsync("Dien mijn idee in");
        var idea = await handIn.InitiativeOfAsync("speld@plek.example");
        Assert.InRange(idea.Longitude!.Value, 6.45, 6.54);
        Assert.InRange(idea.Latitude!.Value, 52.88, 52.92);

        await browser.OpenAsync(await handIn.MailedLinkAsync(idea.Id));
        await browser.SubmitAsync("Ja, zet mijn idee online");
        await browser.OpenAsync(InitiativeLinks.Show(idea.Id, idea.Subject.Slug));
        Assert.NotNull(browser.Page.QuerySelector(".brink-map__mark:not([display])"));
        await browser.OpenAsync("/api/v1/initiatieven/geometrie");
        Assert.Contains(idea.Longitude.Value.ToString(CultureInfo.InvariantCulture), browser.Body);
    }

    [Fact]
    public async Task Press_WithAWrongNumber_Gives400AndKeepsTheMark()
    {
        var browser = await AtMapAsync("fout@plek.example");
        await PressAsync(browser, 144, 150);
        var mark = Mark(browser);

        await PressAsync(browser, -7, 5, HttpStatusCode.BadRequest);
        await PressAsync(browser, 2, 2, HttpStatusCode.BadRequest);

        Assert.Contains("ligt buiten", browser.Text);
        Assert.Equal(mark, Mark(browser));
    }

    [Fact]
    public async Task Remove_TakesTheMarkAway()
    {
        var browser = await AtMapAsync("weg@plek.example");
        await PressAsync(browser, 144, 150);
        await browser.SubmitAsync("Haal de speld weg");
        await browser.SubmitAsync("Bewaar deze wijziging");

        Assert.DoesNotContain("Plek op de kaart", browser.Text);
    }

    [Fact]
    public async Task OtherVillage_ForgetsASpotThatIsNotThere()
    {
        var other = await handIn.Data.VillageAsync("Oranje");
        var browser = await AtMapAsync("anders@plek.example");
        await PressAsync(browser, 144, 150);
        await browser.SubmitAsync("Bewaar deze wijziging");
        await browser.OpenAsync("/idee/dorp?terug=controle");
        await browser.SubmitAsync(
            "Bewaar deze wijziging",
            fields: [("Bij welk dorp", other.Id.ToString(CultureInfo.InvariantCulture))]
        );

        Assert.DoesNotContain("Plek op de kaart", browser.Text);
    }

    [Fact]
    public async Task Map_BeforeAVillageIsChosen_LeadsToTheQuestion()
    {
        var browser = Host.Browser();
        await browser.OpenAsync("/idee/plek");

        Assert.Equal("/idee", browser.Address);
    }

    [Fact]
    public async Task Initiator_SetsMovesAndTakesAwayTheSpot()
    {
        var initiator = await handIn.Data.PersonAsync("Bewoner met een plek");
        var initiative = await handIn.Data.InitiativeAsync(handIn.Place, initiator);
        var browser = await Host.Browser(initiator).OpenAsync(InitiativeLinks.Spot(initiative.Id));
        await PressAsync(browser, 144, 150);
        Assert.Null(await SpotOfAsync(initiative.Id));
        await browser.SubmitAsync("Bewaar");
        var first = await SpotOfAsync(initiative.Id);
        Assert.NotNull(first);
        Assert.Contains("paste de plek op de kaart aan", browser.Text);

        await browser.OpenAsync(InitiativeLinks.Spot(initiative.Id));
        await browser.SubmitAsync("Noord");
        await browser.SubmitAsync("Bewaar");
        Assert.True((await SpotOfAsync(initiative.Id))!.Value.Latitude > first.Value.Latitude);

        await browser.OpenAsync(InitiativeLinks.Spot(initiative.Id));
        await browser.SubmitAsync("Haal de speld weg");
        await browser.SubmitAsync("Bewaar");
        Assert.Null(await SpotOfAsync(initiative.Id));
        Assert.Equal(
            3,
            await Host.DbAsync(db =>
                db.Journal.CountAsync(j => j.SubjectId == initiative.Id && j.Verb == InitiativeVerbs.Located)
            )
        );
    }

    [Fact]
    public async Task Spot_OfAnother_CantBeMoved()
    {
        var initiator = await handIn.Data.PersonAsync("Bewoner");
        var initiative = await handIn.Data.InitiativeAsync(handIn.Place, initiator);

        foreach (var somebody in new[] { await handIn.Data.PersonAsync("Buur"), handIn.Place.Liaison })
        {
            var answer = await Host.Browser(somebody).AskAsync(InitiativeLinks.Spot(initiative.Id));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private async Task<TestBrowser> AtMapAsync(string mail)
    {
        var browser = await handIn.UpToCheckAsync(mail);
        await browser.OpenAsync("/idee/dorp?terug=controle");
        await browser.SubmitAsync("Wijs de plek aan op de kaart");
        Assert.Equal("/idee/plek?terug=controle", browser.Address);
        return browser;
    }

    /// <summary>What a browser without scripts sends for a press on the smallest picture.</summary>
    private static async Task PressAsync(TestBrowser browser, int x, int y, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var save = browser
            .Page.QuerySelectorAll("button")
            .Last(b => b.TextContent.StartsWith("Bewaar", StringComparison.Ordinal));
        var request = browser.Form(save.TextContent.Trim());
        var sent = await request.Content!.ReadAsStringAsync();
        var name = SpotForm.NameOf(SpotForm.Sizes[0]);
        request.Content = new StringContent(
            string.Create(CultureInfo.InvariantCulture, $"{sent}&{name}.x={x}&{name}.y={y}"),
            System.Text.Encoding.ASCII,
            "application/x-www-form-urlencoded"
        );
        var answer = await browser.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    private static string Shown(TestBrowser browser) =>
        string.Join(' ', browser.Page.QuerySelectorAll("[role=status] p:not([hidden])").Select(p => p.TextContent));

    private static string? Mark(TestBrowser browser) =>
        browser.Page.QuerySelector(".brink-map__mark")!.GetAttribute("transform");

    private Task<GeoPosition?> SpotOfAsync(long id) =>
        Host.DbAsync(async db =>
        {
            var at = await db
                .Initiatives.Where(i => i.Id == id)
                .Select(i => new { i.Longitude, i.Latitude })
                .SingleAsync();
            return GeoPosition.Of(at.Longitude, at.Latitude);
        });
}
