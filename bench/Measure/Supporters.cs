using System.Diagnostics;
using System.Globalization;
using Brink.Bench.Limit;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Support;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Brink.Bench.Measure;

/// <summary>
/// Backing an initiative as its page does it, without HTTP, beside a bare insert with a uniqueness check; and two
/// initiatives that differ only in how much support they have.
/// </summary>
public sealed class Supporters : IAsyncDisposable
{
    private const int Workers = 8;
    private const long Municipality = 1;
    private const string Title = "Proefidee met steun";
    private readonly ServiceProvider services;
    private readonly NpgsqlDataSource bare;
    private readonly Dataset data;
    private long[] people = [];
    private long village;

    private Supporters(Dataset data, ServiceProvider services, NpgsqlDataSource bare) =>
        (this.data, this.services, this.bare) = (data, services, bare);

    /// <summary>Address of the page with five of everything.</summary>
    public string Little { get; private set; } = "";

    /// <summary>Address of the page with 5,000 supporters, 500 concerns and 500 updates.</summary>
    public string Much { get; private set; } = "";

    public static async Task<Supporters> OpenAsync(Dataset data)
    {
        await data.AskAsync<int>(
            """
            CREATE TABLE IF NOT EXISTS bench_backings (
                initiative_id bigint NOT NULL, person_id bigint NOT NULL, village_id bigint, at timestamptz NOT NULL,
                PRIMARY KEY (initiative_id, person_id));
            SELECT 1
            """
        );
        var services = new ServiceCollection().AddLogging();
        services.AddBrinkDatabase(data.App);
        var supporters = new Supporters(
            data,
            services.BuildServiceProvider(),
            NpgsqlDataSource.Create(
                new NpgsqlConnectionStringBuilder(data.Owner)
                {
                    NoResetOnClose = true,
                    MaxAutoPrepare = 20,
                    AutoPrepareMinUsages = 2,
                }
            )
        );
        await supporters.PrepareAsync();
        return supporters;
    }

    /// <summary>All back one initiative, which is the worst there is: an evening in the village hall.</summary>
    public async Task<(double PerSecond, long Answers)> BrinkAsync(int seconds)
    {
        var initiative = await NewInitiativeAsync("Proefidee dat velen steunen");
        return await PerSecondAsync(
            seconds,
            async number =>
            {
                await using var db = await OpenAsync();
                await Backings.BackAsync(
                    db,
                    initiative,
                    new BackingChoice(village, false),
                    ActorOf(people[number % people.Length]),
                    CancellationToken.None
                );
            }
        );
    }

    public async Task<(double PerSecond, long Answers)> BareAsync(int seconds)
    {
        var initiative = await data.AskAsync<long>("SELECT coalesce(max(initiative_id), 0) + 1 FROM bench_backings");
        return await PerSecondAsync(
            seconds,
            async number =>
            {
                await using var insert = bare.CreateCommand(
                    "INSERT INTO bench_backings VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
                );
                insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = initiative });
                insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = people[number % people.Length] });
                insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = village });
                insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = DateTime.UtcNow });
                await insert.ExecuteNonQueryAsync();
            }
        );
    }

    private async Task PrepareAsync()
    {
        await using var db = await OpenAsync();
        village = await db.Villages.MinAsync(v => v.Id);
        people = await db.People.Where(p => p.Name == "").OrderBy(p => p.Id).Select(p => p.Id).ToArrayAsync();
        if (people.Length == 0)
        {
            // More than anybody could back in the time that is measured.
            for (var batch = 0; batch < 100; batch++)
                await AddPeopleAsync(batch, 2_000);
            people = await db.People.Where(p => p.Name == "").OrderBy(p => p.Id).Select(p => p.Id).ToArrayAsync();
        }

        Little = await PageAsync(5, 5, 5);
        Much = await PageAsync(5_000, 500, 500);
    }

    private async Task AddPeopleAsync(int batch, int count)
    {
        await using var db = await OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        db.People.AddRange(
            Enumerable
                .Range(0, count)
                .Select(number =>
                    Person.WithMail(
                        "",
                        string.Create(CultureInfo.InvariantCulture, $"p{batch}-{number}@bench.example"),
                        now
                    )
                )
        );
        db.Journal.Add(JournalEntry.General(PlacesVerbs.Imported, ActorOf(null)));
        await db.SaveChangesAsync();
    }

    /// <summary>Made once, found again by its title.</summary>
    private async Task<string> PageAsync(int backers, int concerns, int updates)
    {
        await using var db = await OpenAsync();
        var title = string.Create(CultureInfo.InvariantCulture, $"{Title} {backers}");
        var id = await db.Subjects.Where(s => s.Title == title).Select(s => s.Id).FirstOrDefaultAsync();
        if (id == 0)
        {
            id = await NewInitiativeAsync(title);
            for (var number = 0; number < backers; number++)
                await Backings.BackAsync(db, id, new(village, false), ActorOf(people[number]), CancellationToken.None);
            await TellAsync(id, concerns, updates);
        }

        var slug = await db.Subjects.Where(s => s.Id == id).Select(s => s.Slug).SingleAsync();
        return InitiativeLinks.Show(id, slug);
    }

    private async Task TellAsync(long id, int concerns, int updates)
    {
        await using var db = await OpenAsync();
        var initiative = await db.Initiatives.Include(i => i.Subject).SingleAsync(i => i.Id == id);
        for (var number = 0; number < concerns; number++)
        {
            var actor = ActorOf(people[number]);
            var words = Contribution.To(initiative.Subject, actor);
            db.Concerns.Add(Concern.Voice(id, 1, "Wie ruimt het straks op?", village, words, actor, isKnown: true));
            db.Journal.Add(JournalEntry.Beside(id, ConcernVerbs.Voiced, actor));
        }

        for (var number = 0; number < updates; number++)
        {
            var actor = ActorOf(people[0]);
            initiative.PostUpdate(
                "We gingen weer een stap verder.",
                Contribution.To(initiative.Subject, actor),
                actor,
                out _
            );
        }

        await db.SaveChangesAsync();
    }

    private async Task<long> NewInitiativeAsync(string title)
    {
        await using var db = await OpenAsync();
        var actor = ActorOf(people[^1]);
        var place = await db.Villages.Include(v => v.Subject).SingleAsync(v => v.Id == village);
        var municipality = await db
            .Organisations.Where(o => o.Kind == OrganisationKind.Municipality)
            .Select(o => o.Id)
            .FirstAsync();
        var idea = new Idea(title, "Samen.", "Daarom.", null, InitiatorKind.Alone, "", "", null, null, "");
        var provenance = new Contribution { ByPersonId = actor.PersonId, At = actor.At };
        var initiative = Initiative.HandIn(idea, place, provenance, actor);
        initiative.Confirm(actor, new ServiceTerms(municipality, null, actor.Today, actor.Today));
        db.Initiatives.Add(initiative);
        await db.SaveChangesAsync();
        return initiative.Id;
    }

    private async Task<BrinkDb> OpenAsync()
    {
        var db = await services.GetRequiredService<IDbContextFactory<BrinkDb>>().CreateDbContextAsync();
        db.TenantId = Municipality;
        return db;
    }

    private static Actor ActorOf(long? person) =>
        new(person, null, null, Channel.Web, TimeProvider.System.GetUtcNow(), DutchTime.Today(TimeProvider.System));

    private static async Task<(double PerSecond, long Answers)> PerSecondAsync(int seconds, Func<int, Task> act)
    {
        var (clock, done) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(
            Enumerable
                .Range(0, Workers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (clock.Elapsed.TotalSeconds < seconds)
                            await act(Interlocked.Increment(ref done));
                    })
                )
        );
        return (done / clock.Elapsed.TotalSeconds, done);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await bare.DisposeAsync();
    }
}
