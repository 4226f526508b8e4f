using Brink.Features.Places;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Notices;

/// <summary>What 'Mijn Brink' shows of one's own, beside what waits.</summary>
public sealed class MineTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Get_OfAnInitiator_ShowsOnesOwnWithoutFollowing()
    {
        var (place, sender) = (await data.PlaceAsync(), await data.PersonAsync());
        var idea = await data.InitiativeAsync(place, sender, "Vogelkijkhut");
        await data.InitiativeAsync(place, await data.PersonAsync(), "Van een ander");
        using var browser = host.Browser(sender);

        await browser.OpenAsync("/mijn");

        Assert.Contains("Uw initiatieven", browser.Text, StringComparison.Ordinal);
        var own = browser.Page.QuerySelector($"main a[href='/initiatieven/{idea.Id}-vogelkijkhut']");
        Assert.Equal("Vogelkijkhut", own!.TextContent.Trim());
        Assert.DoesNotContain("Van een ander", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAContactPerson_NamesTheVillageAndTheAssociation()
    {
        var place = await data.PlaceAsync("Mijnveen");
        using var browser = host.Browser(place.ContactPerson);

        await browser.OpenAsync("/mijn");

        Assert.NotNull(browser.Page.QuerySelector($"main a[href='/dorpen/{place.Village.Id}-mijnveen']"));
        var association = browser.Page.QuerySelector($"main a[href^='/organisaties/{place.Association.Id}-']");
        Assert.Equal(place.Association.Name, association!.TextContent.Trim());
        Assert.DoesNotContain("Uw initiatieven", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfAnAdministrator_PromisesNoFreeDay()
    {
        using var browser = host.Browser(await data.AdministratorAsync());

        await browser.OpenAsync("/mijn");

        Assert.DoesNotContain("Niemand wacht op u", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Kijk bij Beheer", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeline_OfALiaisonWithMoreRoles_NamesTheLiaison()
    {
        var place = await data.PlaceAsync();
        var both = await data.HolderAsync(Role.BudgetHolder, place.Municipality);
        await data.SaveAsync(db =>
        {
            db.RoleHoldings.Add(
                new RoleHolding
                {
                    PersonId = both.Id,
                    OrganisationId = place.Municipality.Id,
                    Role = Role.Liaison,
                    VillageId = place.Village.Id,
                    From = new DateOnly(2026, 1, 1),
                }
            );
            return Task.FromResult(true);
        });
        var idea = await data.InitiativeAsync(place, await data.PersonAsync(), "Een bankje");
        using var browser = host.Browser(both);
        await browser.OpenAsync($"/initiatieven/{idea.Id}/oppakken");

        await browser.SubmitAsync("Oppakken");

        Assert.Contains(
            "De dorpscontactambtenaar van Gemeente Testveen pakte het idee op.",
            browser.Text,
            StringComparison.Ordinal
        );
    }
}
