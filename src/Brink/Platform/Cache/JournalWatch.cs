using Brink.Features.Journal;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Platform.Cache;

/// <summary>
/// Asks the database twice a second whose journal grew, so that every running instance stops serving old pages within
/// two seconds, also when the instance that made the change was killed a moment later. Looking from the oldest
/// transaction that was still open last time misses nothing that commits out of order.
/// </summary>
public sealed class JournalWatch(
    IDbContextFactory<BrinkDb> databases,
    Generations generations,
    JournalSignal signal,
    ITenantDirectory directory,
    ILogger<JournalWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private string since = "";

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        signal.Listen(Changed);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception problem) when (DatabaseAway.Is(problem))
            {
                // Nothing can change while the database is away; the next look starts from where this one would have.
                log.DatabaseAway(problem.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var from = since;
        // Asked before looking: what commits in between is seen now, or again next time.
        since = await db
            .Database.SqlQuery<string>($"SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS \"Value\"")
            .SingleAsync(cancellation);
        if (from.Length == 0)
        {
            return;
        }

        var grown = await db
            .Database.SqlQuery<long>(
                $"SELECT municipality_id AS \"Value\" FROM journals_grown_since({from}::text::xid8)"
            )
            .ToArrayAsync(cancellation);
        foreach (var municipality in grown)
        {
            Changed(municipality);
        }
    }

    private void Changed(long municipality)
    {
        generations.Next(municipality);
        directory.Refresh();
    }
}

internal static partial class JournalWatchLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database can't be reached: {Reason}")]
    public static partial void DatabaseAway(this ILogger log, string reason);
}
