using System.Globalization;
using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Developments;
using Brink.Features.Places;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Developments;

/// <summary>The watch list of the umbrella (S5).</summary>
public sealed class DevelopmentTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private TestData Data { get; } = new(host);
    private Place Member { get; set; } = null!;
    private Place Stranger { get; set; } = null!;
    private Person Chair { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (Member, Stranger) = (await Data.PlaceAsync(), await Data.PlaceAsync());
        var umbrella = await Data.OrganisationAsync(OrganisationKind.Umbrella);
        Chair = await Data.HolderAsync(Role.Chair, umbrella);
        await Data.SaveAsync(db =>
        {
            db.Memberships.Add(new Membership { OrganisationId = Member.Association.Id, UmbrellaId = umbrella.Id });
            return Task.FromResult(true);
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_New_IsReadByMembersOnly_UntilItIsMadePublic()
    {
        var browser = await WatchAsync("Nieuwe regels voor dorpshuizen");
        var address = browser.Address;

        Assert.Contains("Alleen voor leden", browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser(Member.ContactPerson).AskAsync(address)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser(Stranger.ContactPerson).AskAsync(address)).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(address)).StatusCode);
        Assert.DoesNotContain(
            "dorpshuizen",
            (await host.Browser().OpenAsync(DevelopmentLinks.List)).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Nieuwe regels",
            (await host.Browser().OpenAsync("/zoeken?q=dorpshuizen")).Text,
            StringComparison.Ordinal
        );

        await browser.OpenAsync(DevelopmentLinks.Edit(await NumberAsync("Nieuwe regels voor dorpshuizen")));
        await browser.SubmitAsync("Bewaar", fields: ("Iedereen mag dit lezen", "ja"));

        Assert.Contains(
            "Wat het betekent voor de dorpen",
            (await host.Browser().OpenAsync(address)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ActBy_StandsAtTheFollowersMijnBrink()
    {
        await WatchAsync("Buslijn verdwijnt");

        var mine = await host.Browser(Chair).OpenAsync("/mijn");

        Assert.Contains("U volgt 'Buslijn verdwijnt'", mine.Text, StringComparison.Ordinal);
        Assert.Contains("Doe iets voor", mine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InOneStep_BecomesASignalASharedConcernAndANextStep()
    {
        var watching = await WatchAsync("Sluiting bibliotheek");
        var (id, address) = (await NumberAsync("Sluiting bibliotheek"), watching.Address);
        var browser = await host.Browser(Chair).OpenAsync(DevelopmentLinks.Step(id));
        await browser.SubmitAsync("Maak er een signaal van", fields: ("In welk dorp", Member.Village.Subject!.Title));
        Assert.Contains("De gemeente pakt dit uiterlijk", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(DevelopmentLinks.Step(id));
        await browser.SubmitAsync("Maak er een onderwerp van");
        Assert.Contains("Welke signalen horen bij", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(DevelopmentLinks.Step(id));
        await browser.SubmitAsync(
            "Zet deze stap",
            fields: [("Wat gaat er gebeuren?", "Op de agenda van maart"), ("Uiterlijk wanneer?", Day(30))]
        );

        var page = await host.Browser(Chair).OpenAsync(address);
        Assert.Contains("Op de agenda van maart", page.Text, StringComparison.Ordinal);
        Assert.Contains("Signaal: Sluiting bibliotheek", page.Text, StringComparison.Ordinal);
        Assert.Contains("Speelt in meer dorpen: Sluiting bibliotheek", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Close_TakesItOffTheList()
    {
        await WatchAsync("Gaat voorbij");
        var id = await NumberAsync("Gaat voorbij");
        var browser = await host.Browser(Chair).OpenAsync(DevelopmentLinks.Close(id));

        await browser.SubmitAsync("Sluit dit af");

        Assert.DoesNotContain(
            "Gaat voorbij",
            (await host.Browser(Chair).OpenAsync(DevelopmentLinks.List)).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Gaat voorbij",
            (await host.Browser(Chair).OpenAsync(DevelopmentLinks.List + "?stand=afgesloten")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_New_IsForTheBoardOfTheUmbrellaOnly()
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Browser(Chair).AskAsync(DevelopmentLinks.New)).StatusCode);
        foreach (var person in new[] { Member.ContactPerson, Member.Liaison })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await host.Browser(person).AskAsync(DevelopmentLinks.New)).StatusCode
            );
        }
    }

    [Fact]
    public async Task Post_New_WithNothingFilledIn_SaysWhatIsMissing()
    {
        var browser = await host.Browser(Chair).OpenAsync(DevelopmentLinks.New);

        await browser.SubmitAsync("Bewaar", HttpStatusCode.BadRequest, ("Waar staat het?", "javascript:alert(1)"));

        Assert.Contains("Zeg in een paar woorden waar het om gaat.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Dit is geen adres van een website.", browser.Text, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> WatchAsync(string title)
    {
        var browser = await host.Browser(Chair).OpenAsync(DevelopmentLinks.New);
        return await browser.SubmitAsync(
            "Bewaar",
            fields:
            [
                ("Waar gaat het om", title),
                ("Wat is er aan de hand?", "Er komt een nieuwe wet."),
                ("Wat betekent het voor de dorpen?", "Meer werk voor vrijwilligers."),
                ("Wanneer moet er uiterlijk", Day(14)),
            ]
        );
    }

    private string Day(int ahead) =>
        Data.Now().Today.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<long> NumberAsync(string title) =>
        host.DbAsync(db => db.Developments.Where(d => d.Subject.Title == title).Select(d => d.Id).SingleAsync());
}
