using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Places.Administration;
using Brink.Features.Promises;
using Brink.Features.Promises.Succession;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Promises;

/// <summary>What an organisation owes survives a change of persons (G3).</summary>
public sealed class RoleEndsTests(BrinkHost host) : PromisesByHand(host)
{
    private Person administrator = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        administrator = await Data.AdministratorAsync();
    }

    [Fact]
    public async Task RoleTakenAway_MovesItsPromisesToTheSuccessor_WhichThePageShowsBefore()
    {
        var made = await MadeAsync("De gemeente snoeit de linde");
        var successor = await Data.HolderAsync(Role.Liaison, Place.Municipality, Place.Village);
        using var browser = await OpenEndAsync(Place.Liaison);
        Assert.Contains("De gemeente snoeit de linde", browser.Text, StringComparison.Ordinal);
        Assert.Contains($"Gaat naar {successor.Name}.", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Neem de rol nu weg");

        Assert.Equal(successor.Id, (await ReadAsync(made.Id)).ByPersonId);
        var lines = await Host.DbAsync(db =>
            db.Journal.Where(e => e.SubjectId == Initiative.Id && e.Verb == PromiseVerbs.HandedOver).ToArrayAsync()
        );
        // With both terms of the idea.
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal(administrator.Id, line.PersonId));
    }

    [Fact]
    public async Task RoleEndedWithoutSuccessor_PutsItsPromisesOnTheOrganisationsList()
    {
        var made = await MadeAsync("De gemeente veegt het plein");
        using var browser = await OpenEndAsync(Place.Liaison);
        Assert.Contains("Komt op de lijst van Gemeente Testveen.", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Beëindig deze rol", fields: ("Laatste dag", "2026-10-31"));

        var now = await ReadAsync(made.Id);
        Assert.Equal(
            (null, (long?)Place.Municipality.Id, PromiseState.Open),
            (now.ByPersonId, now.ByOrganisationId, now.State)
        );
    }

    [Fact]
    public async Task RoleThatEndsToday_KeepsItsPromisesToday_AndTheNightMovesThem()
    {
        var made = await MadeAsync();
        using var browser = await OpenEndAsync(Place.Liaison);
        await browser.SubmitAsync("Beëindig deze rol", fields: ("Laatste dag", "2026-11-02"));
        await RunAsync();
        Assert.Equal(Place.Liaison.Id, (await ReadAsync(made.Id)).ByPersonId);
        var successor = await Data.HolderAsync(Role.Liaison, Place.Municipality, Place.Village);

        Host.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        await RunAsync();

        Assert.Equal(successor.Id, (await ReadAsync(made.Id)).ByPersonId);
        Assert.Equal(
            1,
            await Host.DbAsync(db =>
                db.Journal.CountAsync(e =>
                    e.Verb == PromiseVerbs.HandedOver
                    && EF.Functions.JsonContains(e.About, $$"""{"promise":{{made.Id}}}""")
                )
            )
        );
    }

    [Fact]
    public async Task TwoInstancesInTheNight_HandOverOnce()
    {
        var made = await MadeAsync();
        await EndOnAsync(Place.Liaison, new DateOnly(2026, 11, 1));
        await using var other = await Host.StartAsync();
        async Task RunAtAsync(IServiceProvider services) =>
            await services
                .GetRequiredService<MunicipalityJobs>()
                .RunAsync(services.GetRequiredService<RolesThatPassed>(), default);

        await Task.WhenAll(RunAtAsync(Host.Services), RunAtAsync(other.Services));

        Assert.Null((await ReadAsync(made.Id)).ByPersonId);
        Assert.Equal(
            1,
            await Host.DbAsync(db =>
                db.Journal.CountAsync(e =>
                    e.Verb == PromiseVerbs.HandedOver
                    && EF.Functions.JsonContains(e.About, $$"""{"promise":{{made.Id}}}""")
                )
            )
        );
    }

    [Fact]
    public async Task PromiseOfSomebodyWithoutAnyRoleLeft_ComesOnTheListInTheNight()
    {
        var gone = await Data.PersonAsync("Vertrokken");
        var made = await MadeAsync(by: gone);

        await RunAsync();

        var now = await ReadAsync(made.Id);
        Assert.Equal((null, (long?)Place.Municipality.Id), (now.ByPersonId, now.ByOrganisationId));
    }

    [Fact]
    public async Task RoleForOneVillage_LeavesWhatIsAboutAnother()
    {
        var other = await Data.PlaceAsync();
        await Data.SaveAsync(db =>
        {
            db.RoleHoldings.Add(
                new RoleHolding
                {
                    PersonId = Place.Liaison.Id,
                    OrganisationId = Place.Municipality.Id,
                    Role = Role.Liaison,
                    VillageId = other.Village.Id,
                    From = new DateOnly(2026, 1, 1),
                }
            );
            return Task.FromResult(true);
        });
        var elsewhere = await Data.InitiativeAsync(other, Initiator);
        var (here, there) = (await MadeAsync("Hier"), await MadeAsync("Daar", subject: elsewhere.Id));
        var holding = await Host.DbAsync(db =>
            db.RoleHoldings.SingleAsync(h => h.PersonId == Place.Liaison.Id && h.VillageId == Place.Village.Id)
        );
        using var browser = Host.Browser(administrator);
        await browser.OpenAsync(AdministrationLinks.EndRole(holding.Id));
        Assert.DoesNotContain("Daar", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Neem de rol nu weg");

        Assert.Null((await ReadAsync(here.Id)).ByPersonId);
        Assert.Equal(Place.Liaison.Id, (await ReadAsync(there.Id)).ByPersonId);
    }

    [Fact]
    public async Task HolderWhoKeepsAnotherRoleThere_KeepsThePromise_WhenNobodySucceeds()
    {
        await Data.SaveAsync(db =>
        {
            db.RoleHoldings.Add(
                new RoleHolding
                {
                    PersonId = Place.Liaison.Id,
                    OrganisationId = Place.Municipality.Id,
                    Role = Role.PolicyOfficer,
                    From = new DateOnly(2026, 1, 1),
                }
            );
            return Task.FromResult(true);
        });
        var made = await MadeAsync();
        await EndOnAsync(Place.Liaison, new DateOnly(2026, 11, 1), Role.Liaison);

        await RunAsync();

        Assert.Equal(Place.Liaison.Id, (await ReadAsync(made.Id)).ByPersonId);
    }

    [Fact]
    public async Task RoleEndsWhileItsHolderAccepts_ThePromiseIsTheSuccessorsOrWasNeverMade()
    {
        var outcomes = new List<HttpStatusCode>();
        for (var round = 0; round < 6; round++)
        {
            var holder = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
            var asked = await AskedAsync($"Ronde {round}");
            using var accepting = await Host.Browser(holder).OpenAsync(PromiseLinks.Accept(asked.Id));
            using var ending = await OpenEndAsync(holder);

            var answers = await Task.WhenAll(
                accepting.SubmitOnlyAsync("Ja, dit zeggen we toe"),
                ending.SubmitOnlyAsync("Neem de rol nu weg")
            );

            Assert.Equal(HttpStatusCode.Redirect, answers[1].StatusCode);
            var now = await ReadAsync(asked.Id);
            outcomes.Add(answers[0].StatusCode);
            // Never given to somebody who is gone.
            Assert.NotEqual(holder.Id, now.ByPersonId);
            Assert.Equal(
                answers[0].StatusCode == HttpStatusCode.Redirect ? PromiseState.Open : PromiseState.Proposed,
                now.State
            );
            if (answers[0].StatusCode == HttpStatusCode.BadRequest)
            {
                Assert.Contains("Uw rol is intussen beëindigd.", accepting.Text, StringComparison.Ordinal);
            }
        }

        Assert.All(
            outcomes,
            code =>
                Assert.Contains(
                    code,
                    new[] { HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden }
                )
        );
    }

    [Fact]
    public async Task RoleEndsWhileItsHolderKeeps_ThePromiseIsKeptOrMoved()
    {
        for (var round = 0; round < 6; round++)
        {
            var holder = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
            var made = await MadeAsync($"Ronde {round}", holder);
            using var keeping = await Host.Browser(holder).OpenAsync(PromiseLinks.Keep(made.Id));
            using var ending = await OpenEndAsync(holder);

            var answers = await Task.WhenAll(
                keeping.SubmitOnlyAsync("Toezegging is nagekomen"),
                ending.SubmitOnlyAsync("Neem de rol nu weg")
            );

            Assert.Equal(HttpStatusCode.Redirect, answers[1].StatusCode);
            var now = await ReadAsync(made.Id);
            Assert.Equal(
                answers[0].StatusCode == HttpStatusCode.Redirect
                    ? (PromiseState.Kept, true)
                    : (PromiseState.Open, false),
                (now.State, now.ByPersonId == holder.Id)
            );
        }
    }

    private async Task<TestBrowser> OpenEndAsync(Person holder)
    {
        var holding = await Host.DbAsync(db => db.RoleHoldings.SingleAsync(h => h.PersonId == holder.Id));
        var browser = Host.Browser(administrator);
        await browser.OpenAsync(AdministrationLinks.EndRole(holding.Id));
        return browser;
    }

    private Task EndOnAsync(Person holder, DateOnly last, Role? role = null) =>
        Host.DbAsync(db =>
            db.RoleHoldings.Where(h => h.PersonId == holder.Id && (role == null || h.Role == role))
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.To, last))
        );

    private Task RunAsync() =>
        Host
            .Services.GetRequiredService<MunicipalityJobs>()
            .RunAsync(Host.Services.GetRequiredService<RolesThatPassed>(), default);
}
