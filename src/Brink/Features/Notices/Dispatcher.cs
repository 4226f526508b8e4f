using Brink.Features.Journal;
using Brink.Features.Notices.Audiences;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>
/// Turns journal lines into waiting mails. A line is taken out of the queue in the transaction that makes its mails, so
/// none is lost; a mail's key keeps it from being made twice, so any number of dispatchers may run.
/// </summary>
public sealed class Dispatcher(IDbContextFactory<BrinkDb> databases, TimeProvider time)
{
    private const int Batch = 100;

    // In this order: who hears because of a role gets that mail, and not a follower's as well.
    private static readonly IAudience[] Audiences =
    [
        new Senders(),
        new Audiences.Initiators(),
        new Colleagues(),
        new RoleHolders(),
        .. FeatureServices.News.Select(news => new FeatureAudience(news)),
        new Followers(),
    ];

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> DispatchAsync(TenantInfo tenant, CancellationToken cancellation)
    {
        await using var db = await databases.OpenAsync(tenant, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var taken = await db
            .Database.SqlQuery<long>(
                $"""
                DELETE FROM pending_dispatches
                WHERE municipality_id = {tenant.Id} AND journal_entry_id IN (
                    SELECT journal_entry_id FROM pending_dispatches
                    WHERE municipality_id = {tenant.Id}
                    ORDER BY journal_entry_id LIMIT {Batch} FOR UPDATE SKIP LOCKED)
                RETURNING journal_entry_id AS "Value"
                """
            )
            .ToListAsync(cancellation);
        if (taken.Count == 0)
        {
            return false;
        }

        var outgoing = new Outgoing(
            db,
            await LinesAsync(db, taken, cancellation),
            time.GetUtcNow(),
            DutchTime.Today(time)
        );
        foreach (var audience in Audiences)
        {
            await audience.TellAsync(outgoing, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return taken.Count == Batch;
    }

    private static async Task<LineOut[]> LinesAsync(BrinkDb db, List<long> ids, CancellationToken cancellation)
    {
        var rows = await db
            .Journal.AsNoTracking()
            .Where(e => ids.Contains(e.Id) && e.SubjectId != null)
            .OrderBy(e => e.Id)
            .Select(e => new
            {
                e.Id,
                e.Verb,
                e.PersonId,
                e.EnteredById,
                e.SubjectId,
                e.Subject!.Kind,
                e.Subject.Visibility,
                Villages = e.Subject.Villages.Select(v => v.VillageId).ToArray(),
                Themes = e.Subject.Themes.Select(t => t.ThemeId).ToArray(),
                e.About,
            })
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        return
        [
            .. rows.Select(e => new LineOut(
                e.Id,
                e.Verb,
                e.PersonId,
                e.EnteredById,
                e.SubjectId,
                e.Kind,
                e.Visibility,
                // A village is its own village.
                e.Kind == SubjectKind.Village
                    ? [e.SubjectId!.Value]
                    : e.Villages,
                e.Themes,
                JournalFacts.Of(e.About)
            )),
        ];
    }
}

public static class OutboxDatabase
{
    /// <summary>
    /// The database of one municipality for work on the outbox: it doesn't announce its commits, or it would wake itself.
    /// </summary>
    public static async Task<BrinkDb> OpenAsync(
        this IDbContextFactory<BrinkDb> databases,
        TenantInfo tenant,
        CancellationToken cancellation
    )
    {
        var db = await databases.CreateDbContextAsync(cancellation);
        db.TenantId = tenant.Id;
        db.Signal = null;
        return db;
    }
}
