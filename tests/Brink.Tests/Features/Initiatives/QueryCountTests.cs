using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Budget;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives;

/// <summary>However much there is, a page asks the same number of times.</summary>
public sealed class QueryCountTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly QueryCounter counter = new();
    private BrinkHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = new BrinkHost(postgres) { Configure = counter.Watch };
        await host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task ListMapAndSearch_AskAsOftenForMuchAsForLittle()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        await data.InitiativeAsync(place, by, "Plan een");
        string[] addresses = [InitiativeLinks.List, "/initiatieven?zoek=plan", InitiativeLinks.Map, "/zoeken?q=plan"];
        var little = await CountAsync(addresses);
        for (var number = 0; number < 60; number++)
        {
            await data.InitiativeAsync(number % 2 == 0 ? place : await data.PlaceAsync(), by, $"Plan {number}");
        }

        Assert.Equal(little, await CountAsync(addresses));
        Assert.InRange(little.Max(), 1, 6);
    }

    [Fact]
    public async Task ThePageOfOne_AsksAsOftenForMuchAsForLittle()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        var initiative = await data.InitiativeAsync(place, by);
        var address = InitiativeLinks.Show(initiative.Id, initiative.Subject.Slug);
        var bare = (await CountAsync([address]))[0];
        await AddAsync(initiative.Id, by.Id, 1);
        var little = (await CountAsync([address]))[0];

        await AddAsync(initiative.Id, by.Id, 40);

        Assert.Equal(little, (await CountAsync([address]))[0]);
        Assert.InRange(bare, 1, 9);
        Assert.InRange(little, bare, 12);
    }

    [Fact]
    public async Task OnesOwnPage_AsksAsOftenForMuchAsForLittle()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        var first = await data.InitiativeAsync(place, by);
        await AddAsync(first.Id, by.Id, 1);
        using var liaison = host.Browser(place.Liaison);
        using var resident = host.Browser(by);
        var little = (
            await counter.AskedAsync(host, "/mijn", liaison),
            await counter.AskedAsync(host, "/mijn", resident)
        );

        for (var number = 0; number < 30; number++)
        {
            var one = await data.InitiativeAsync(place, by, $"Plan {number}");
            await AddAsync(one.Id, by.Id, 1);
            await FollowAsync(by.Id, one.Id);
            await FollowAsync(place.Liaison.Id, one.Id);
        }

        Assert.Equal(little.Item1.Count, (await counter.AskedAsync(host, "/mijn", liaison)).Count);
        Assert.Equal(little.Item2.Count, (await counter.AskedAsync(host, "/mijn", resident)).Count);
        // Two for who asks, and one for each kind of thing on the page.
        // Each feature asks once for what waits for its own reasons.
        Assert.InRange(little.Item1.Count, 1, 25);
    }

    [Fact]
    public async Task RulesAndBudget_AskAsOftenForMuchAsForLittle()
    {
        var data = new TestData(host);
        var initiative = await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync());
        string[] addresses =
        [
            InitiativeLinks.GroundRules(initiative.Id),
            InitiativeLinks.GroundRules(initiative.Id, 1),
            InitiativeLinks.Budget(initiative.Id),
            InitiativeLinks.BudgetFile(initiative.Id),
        ];
        await AgreeAsync(initiative.Id, data, 1);
        var little = await CountAsync(addresses);

        await AgreeAsync(initiative.Id, data, 25);

        Assert.Equal(little, await CountAsync(addresses));
        // Who may see it, what holds, who answered, what held before, and whom to call.
        Assert.InRange(little.Max(), 1, 11);
    }

    private Task AgreeAsync(long id, TestData data, int times) =>
        host.DbAsync(async db =>
        {
            var actor = data.Now();
            var found = await db
                .Initiatives.Include(i => i.Subject.Promises)
                .Include(i => i.GroundRulesParties)
                .Include(i => i.GroundRulesVersions)
                    .ThenInclude(v => v.Responses)
                .AsSplitQuery()
                .SingleAsync(i => i.Id == id);
            for (var time = 0; time < times; time++)
            {
                var seen = found.GroundRulesVersions.Count;
                var texts = RulesParts.None with { Deciding = $"Tekst {seen}" };
                var outcome = found.ProposeRules(
                    new(null, OwnerType.Community, texts, "", seen),
                    RulesPartyKind.Initiators,
                    null,
                    Contribution.To(found.Subject, actor),
                    actor
                );
                Assert.Empty(outcome.Refusals);
                db.BudgetLines.Add(
                    new BudgetLine
                    {
                        InitiativeId = id,
                        What = "Iets",
                        Amount = 1,
                        CreatedAt = actor.At,
                    }
                );
                await db.SaveChangesAsync();
            }
        });

    private Task FollowAsync(long person, long subject) =>
        host.DbAsync(async db =>
        {
            db.Follows.Add(
                new Follow
                {
                    SubjectId = subject,
                    PersonId = person,
                    Frequency = Frequency.Daily,
                    Since = host.Time.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync();
        });

    private async Task<int[]> CountAsync(string[] addresses)
    {
        var counts = new List<int>();
        foreach (var address in addresses)
        {
            counts.Add((await counter.AskedAsync(host, address)).Count);
        }

        return [.. counts];
    }

    private Task AddAsync(long id, long by, int times) =>
        host.DbAsync(async db =>
        {
            var actor = new TestData(host).Now(by);
            var found = await db.Initiatives.Include(i => i.Subject.Promises).SingleAsync(i => i.Id == id);
            for (var time = 0; time < times; time++)
            {
                found.Ask("Waar?", new Contribution { Channel = Channel.Web, At = actor.At }, actor);
                found.Require(RequirementKind.Land, "Grond", actor);
                found.PostUpdate("Nieuws", new Contribution { Channel = Channel.Web, At = actor.At }, actor, out _);
                await db.SaveChangesAsync();
            }
        });
}
