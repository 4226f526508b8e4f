using System.Net;
using System.Security.Cryptography;
using Brink.Features.Initiatives;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives;

public sealed class ShowTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Get_ShowsPlacePhasePromiseOwnerAndWhomToCall()
    {
        var (place, initiative) = await InitiativeAsync();

        var browser = await host.Browser().OpenAsync(Address(initiative));

        Assert.Equal(initiative.Subject.Title, browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(place.Village.Subject!.Title, browser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "nu hier",
            browser.Page.QuerySelector("[aria-current=step]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("De gemeente antwoordt uiterlijk 14 december 2026.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Nog af te spreken.", browser.Text, StringComparison.Ordinal);
        Assert.Contains(place.ContactPerson.Name, browser.Text, StringComparison.Ordinal);
        Assert.Contains(place.Liaison.Name, browser.Text, StringComparison.Ordinal);
        Assert.Contains("Ingebracht door een inwoner op 2 november 2026", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithAnotherSlug_LeadsToTheOneAddress()
    {
        var (_, initiative) = await InitiativeAsync();

        var answer = await host.Browser().AskAsync(InitiativeLinks.Show(initiative.Id, "iets-anders"));

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(Address(initiative), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Get_WhenNotConfirmed_IsAbsentForOthersAndThereForThoseWhoConfirm()
    {
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        var initiative = await data.UnconfirmedInitiativeAsync(place, by);

        await host.Browser().OpenAsync(Address(initiative), HttpStatusCode.NotFound);
        await host.Browser(await data.PersonAsync("Een ander")).OpenAsync(Address(initiative), HttpStatusCode.NotFound);
        foreach (var person in new[] { by, place.ContactPerson, place.Liaison })
        {
            var browser = await host.Browser(person).OpenAsync(Address(initiative));
            Assert.Contains("moet nog bevestigd worden", browser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_WhenWithdrawn_IsGoneAndSaysSo()
    {
        var (_, initiative) = await InitiativeAsync();
        await ChangeAsync(initiative, i => i.Withdraw(data.Now()));

        var browser = await host.Browser().OpenAsync(Address(initiative), HttpStatusCode.Gone);

        Assert.Contains("ingetrokken", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(initiative.Subject.Title, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAnAnswer_ShowsItWithItsWords()
    {
        var (_, initiative) = await InitiativeAsync();
        await ChangeAsync(
            initiative,
            i => i.AnswerWith(AnswerKind.YesIf, "Als u **zelf** het gras maait.", data.Now())
        );

        var browser = await host.Browser().OpenAsync(Address(initiative));

        Assert.Contains("Ja, mits", browser.Page.QuerySelector(".brink-answer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<strong>zelf</strong>", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithScriptsInEveryField_RunsNone()
    {
        const string Attack = "<script>alert(1)</script><img src=x onerror=alert(2)>[x](javascript:alert(3))\"'><b>";
        var (_, initiative) = await InitiativeAsync(Attack[..80]);
        await ChangeAsync(
            initiative,
            i =>
                i.Edit(
                    new Idea(
                        Attack,
                        Attack,
                        Attack,
                        null,
                        InitiatorKind.Group,
                        Attack[..60],
                        Attack,
                        null,
                        null,
                        Attack
                    ),
                    data.Now()
                )
        );
        await ChangeAsync(initiative, i => i.Require(RequirementKind.Land, Attack, data.Now()));
        await ChangeAsync(initiative, i => i.AnswerWith(AnswerKind.NoBecause, Attack, data.Now()));
        await ChangeAsync(
            initiative,
            i => i.MoveTo(Phase.Done, new DateOnly(2026, 11, 2), Attack, null, Attack[..60], Attack, data.Now())
        );
        var changed = await host.DbAsync(db => db.Subjects.SingleAsync(s => s.Id == initiative.Id));

        var browser = await host.Browser().OpenAsync(InitiativeLinks.Show(initiative.Id, changed.Slug));

        Assert.Empty(browser.Page.QuerySelectorAll("script:not([src]), img[onerror], a[href^=javascript]"));
    }

    [Fact]
    public async Task Get_OfAnotherMunicipality_IsAbsent()
    {
        var (_, initiative) = await InitiativeAsync();
        var other = await host.AddMunicipalityAsync(
            "Elders",
            $"elders-{RandomNumberGenerator.GetHexString(16, lowercase: true)}.example"
        );

        await host.Browser(tenant: other).OpenAsync(Address(initiative), HttpStatusCode.NotFound);
    }

    private static string Address(Initiative initiative) =>
        InitiativeLinks.Show(initiative.Id, initiative.Subject.Slug);

    private async Task<(Place Place, Initiative Initiative)> InitiativeAsync(
        string title = "Een beweegtuin voor oud en jong"
    )
    {
        var place = await data.PlaceAsync();
        return (place, await data.InitiativeAsync(place, await data.PersonAsync(), title));
    }

    private Task ChangeAsync(Initiative initiative, Func<Initiative, Brink.Platform.Outcome> change) =>
        host.DbAsync(async db =>
        {
            var found = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .SingleAsync(i => i.Id == initiative.Id);
            Assert.True(change(found).Succeeded);
            await db.SaveChangesAsync();
        });
}
