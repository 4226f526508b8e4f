using System.Diagnostics;
using System.Globalization;
using Brink.Bench.Limit;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Brink.Bench.Measure;

/// <summary>
/// Hand-ins as the last page of the journey does them, in this process and without HTTP: read what is needed, act on the
/// domain, save idea, contribution, promises, journal, outbox, receipt and form key at once. Beside it: one bare insert.
/// </summary>
public sealed class HandIns : IAsyncDisposable
{
    private const int Workers = 8;
    private const string What =
        "Een plek waar jong en oud elkaar ontmoeten, die wij zelf maken en zelf onderhouden. De gemeente kan helpen met de grond en met advies over de vergunning. We beginnen klein, met zes buren.";
    private const string Why =
        "Veel mensen in het dorp missen een plek om elkaar te ontmoeten. Nieuwe bewoners leren zo de buurt kennen.";
    private readonly ServiceProvider services;
    private readonly PooledBareDbs bare;
    private readonly Viewer viewer;
    private readonly long municipality;
    private readonly long village;

    private HandIns(ServiceProvider services, PooledBareDbs bare, Viewer viewer, long municipality, long village) =>
        (this.services, this.bare, this.viewer, this.municipality, this.village) = (
            services,
            bare,
            viewer,
            municipality,
            village
        );

    /// <param name="municipality">Another one than whose pages are measured, which would otherwise grow.</param>
    public static async Task<HandIns> OpenAsync(Dataset data, long municipality)
    {
        await data.AskAsync<int>(BareDb.InsertTable + "SELECT 1");
        var village = await data.AskAsync<long>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT min(id) FROM villages WHERE municipality_id = {municipality}"
            )
        );
        var person = await data.AskAsync<long>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT max(id) FROM people WHERE municipality_id = {municipality}"
            )
        );
        var services = new ServiceCollection().AddLogging();
        services.AddBrinkDatabase(data.App);
        return new HandIns(
            services.BuildServiceProvider(),
            new PooledBareDbs(data.Owner),
            new Viewer(person, "Proefbewoner", []),
            municipality,
            village
        );
    }

    public Task<(double PerSecond, long Answers)> BrinkAsync(int seconds) => PerSecondAsync(seconds, HandInAsync);

    public Task<(double PerSecond, long Answers)> BareAsync(int seconds) => PerSecondAsync(seconds, InsertAsync);

    private async Task HandInAsync(int number)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BrinkDb>>().CreateDbContextAsync();
        db.TenantId = municipality;
        var now = TimeProvider.System.GetUtcNow();
        var actor = new Actor(viewer.PersonId, null, null, Channel.Web, now, DutchTime.Today(TimeProvider.System));
        var answers = new Answers
        {
            Title = TitleOf(number),
            What = What,
            Why = Why,
            VillageId = village,
        };
        var handIn = new IdeaHandIn(db, viewer, answers, actor);
        var outcome = await handIn.DoAsync(CancellationToken.None);
        if (!outcome.Succeeded)
            throw new InvalidOperationException("A hand-in was refused.");
        db.SubmittedForms.Add(
            new SubmittedForm
            {
                KeyHash = Secret.Hash(answers.FormKey),
                ResultAddress = InitiativeLinks.List,
                At = now,
            }
        );
        await db.SaveChangesAsync();
    }

    private async Task InsertAsync(int number)
    {
        await using var db = bare.CreateDbContext();
        await db.Inserts.AddAsync(
            new BareInsert
            {
                Title = TitleOf(number),
                What = What,
                Why = Why,
                VillageId = village,
                PersonId = viewer.PersonId!.Value,
                At = TimeProvider.System.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync();
    }

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

    private static string TitleOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Proefidee van de meting, nummer {number}");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        bare.Dispose();
    }

    /// <summary>As fast as EF does it: pooled, prepared, without a reset between two uses.</summary>
    private sealed class PooledBareDbs : IDisposable
    {
        private readonly NpgsqlDataSource source;
        private readonly ServiceProvider provider;

        public PooledBareDbs(string connection)
        {
            source = NpgsqlDataSource.Create(
                new NpgsqlConnectionStringBuilder(connection)
                {
                    NoResetOnClose = true,
                    MaxAutoPrepare = 20,
                    AutoPrepareMinUsages = 2,
                }
            );
            provider = new ServiceCollection()
                .AddLogging()
                .AddPooledDbContextFactory<BareDb>(options => options.UseNpgsql(source))
                .BuildServiceProvider();
        }

        public BareDb CreateDbContext() => provider.GetRequiredService<IDbContextFactory<BareDb>>().CreateDbContext();

        public void Dispose()
        {
            provider.Dispose();
            source.Dispose();
        }
    }
}
