using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Support;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.Support;

/// <summary>However much support there is, a page asks the same number of times and reads few rows.</summary>
public sealed class SupportPageTests(PostgresFixture postgres) : IAsyncLifetime
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
    public async Task PagesWithMuchSupport_AskAsOftenAsWithLittle()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var initiative = await data.InitiativeAsync(place, await data.PersonAsync());
        string[] addresses =
        [
            InitiativeLinks.Show(initiative.Id, initiative.Subject.Slug),
            SupportLinks.AllConcerns(initiative.Id),
            SupportLinks.AllSupport(initiative.Id),
        ];
        await AddAsync(data, place, initiative.Id, 2);
        var little = await CountAsync(addresses);

        await AddAsync(data, place, initiative.Id, 40);

        Assert.Equal(little, await CountAsync(addresses));
        Assert.InRange(little.Max(), 1, 14);
    }

    [Fact]
    public async Task Timeline_PassesThousandsOfBackingsByWithAnIndex()
    {
        var plan = await host.DbAsync(async db =>
        {
            var query = db
                .Journal.Where(e => e.SubjectId == 1)
                .Where(e => !e.Verb.StartsWith("backing.") && !e.Verb.StartsWith("concern."))
                .OrderByDescending(e => e.At)
                .Take(21)
                .ToQueryString();
            var lines = await db
                .Database.SqlQueryRaw<string>(
                    "SELECT filter AS \"Value\" FROM (SELECT pg_get_expr(indpred, indrelid) AS filter, indexrelid::regclass::text AS name FROM pg_index) x WHERE name = 'ix_journal_telling_subject'"
                )
                .ToListAsync();
            return (query, lines);
        });

        Assert.Contains("NOT LIKE 'backing.%'", plan.query, StringComparison.Ordinal);
        Assert.Contains("!~~ 'backing.%'", Assert.Single(plan.lines), StringComparison.Ordinal);
    }

    private Task AddAsync(TestData data, Place place, long id, int times) =>
        data.SaveAsync(async db =>
        {
            for (var time = 0; time < times; time++)
            {
                var person = await data.PersonAsync($"Bewoner {time}");
                var actor = data.Now(person.Id);
                await Backings.BackAsync(
                    db,
                    id,
                    new BackingChoice(place.Village.Id, true),
                    actor,
                    TestContext.Current.CancellationToken
                );
                var words = new Contribution
                {
                    SubjectId = id,
                    ByPersonId = person.Id,
                    At = actor.At,
                };
                db.Concerns.Add(Concern.Voice(id, 1, "Zorg", null, words, actor, isKnown: true));
                db.Journal.Add(JournalEntry.Beside(id, ConcernVerbs.Voiced, actor));
            }

            return true;
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
}
