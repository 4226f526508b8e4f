using Brink.Features.Initiatives;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Home;

public sealed class HomePageTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Get_WhenNothingWasHandedInYet_InvitesTheFirst()
    {
        var empty = await host.AddMunicipalityAsync("Leegveen", "leegveen.example");
        host.Services.GetTenants().Refresh();
        using var browser = host.Browser(tenant: empty);

        await browser.OpenAsync("/");

        Assert.Contains("Het eerste kan van u zijn", browser.Text, StringComparison.Ordinal);
        Assert.Equal("/idee", browser.Page.QuerySelector(".brink-act--first a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_ShowsWhatGoesOnAndNothingUnconfirmed()
    {
        var place = await data.PlaceAsync();
        var resident = await data.PersonAsync("Geheime naam");
        await data.InitiativeAsync(place, resident, "Een jeu-de-boulesbaan");
        await data.UnconfirmedInitiativeAsync(place, resident, "Nog niet bevestigd plan");
        using var browser = host.Browser();

        await browser.OpenAsync("/");

        Assert.Contains("Een jeu-de-boulesbaan", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog niet bevestigd plan", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheime naam", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wachten op antwoord van de gemeente", "Een beantwoord bankje")]
    [InlineData("Daarvan te laat", "Een hek op tijd")]
    [InlineData("Toezeggingen nagekomen", "Een hek op tijd")]
    public async Task Get_Figure_LeadsToAListOfJustThat(string figure, string other)
    {
        var place = await data.PlaceAsync();
        await data.InitiativeAsync(place, await data.PersonAsync(), "Een hek op tijd");
        var answered = await data.InitiativeAsync(place, await data.PersonAsync(), "Een beantwoord bankje");
        await data.SaveAsync(async db =>
        {
            var found = await db
                .Initiatives.Include(i => i.Subject.Promises)
                .Include(i => i.Phases)
                .FirstAsync(i => i.Id == answered.Id);
            found.TakeIn(data.Now(place.Liaison.Id));
            return found.AnswerWith(AnswerKind.Yes, "Dat kan.", data.Now(place.Liaison.Id));
        });
        using var browser = host.Browser();
        await browser.OpenAsync("/");

        var term = browser.Page.QuerySelectorAll("dt").Single(t => t.TextContent == figure);
        await browser.OpenAsync(term.ParentElement!.QuerySelector("a")!.GetAttribute("href")!);

        Assert.DoesNotContain(other, browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hoe-werkt-het")]
    [InlineData("/toegankelijkheid")]
    [InlineData("/privacy")]
    public async Task Get_PageAboutBrink_NamesSomebodyToCall(string address)
    {
        using var browser = host.Browser();

        await browser.OpenAsync(address);

        Assert.Contains("Gemeentehuis Testveen", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HowItWorks_NamesTheMunicipalitysOwnTerms()
    {
        using var browser = host.Browser();

        await browser.OpenAsync("/hoe-werkt-het");

        Assert.Contains("binnen 5 werkdagen", browser.Text, StringComparison.Ordinal);
        Assert.Contains("binnen 30 werkdagen", browser.Text, StringComparison.Ordinal);
    }
}
