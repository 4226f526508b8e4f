using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Jobs;

/// <summary>
/// One mail a day for whoever has something waiting; nobody gets an empty one. What is heard once a week goes along from
/// the Monday after it happened; when nothing ran on that Monday, on the first day that something does.
/// </summary>
public sealed class Digests(TimeProvider time) : IMunicipalityJob
{
    private const int Turn = 0x44696765;

    /// <summary>All of it or nothing, however many follow and wherever it is broken off.</summary>
    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = DutchTime.Today(time);
        var monday = DutchTime.StartOf(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // One at a time: a line that comes between two runs of one morning waits for the next.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn}, {(int)db.TenantId})", cancellation);
        // Waits for who is being erased at this moment, before it touches that person's lines; then none are left.
        await db.Database.ExecuteSqlAsync(
            $"""
            SELECT count(*) FROM (
                SELECT FROM people p
                WHERE p.municipality_id = {db.TenantId}
                  AND EXISTS (
                      SELECT FROM digest_lines l
                      WHERE l.municipality_id = p.municipality_id AND l.person_id = p.id AND l.day IS NULL)
                ORDER BY p.id FOR KEY SHARE) there
            """,
            cancellation
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH gathered AS (
                UPDATE digest_lines l SET day = {today}
                FROM journal j
                WHERE l.municipality_id = {db.TenantId} AND l.day IS NULL
                  AND j.municipality_id = l.municipality_id AND j.id = l.journal_entry_id
                  AND (l.frequency = 'Daily' OR (l.frequency = 'Weekly' AND j.at < {monday}))
                  AND NOT EXISTS (
                      SELECT FROM mail_messages m
                      WHERE m.municipality_id = l.municipality_id
                        AND m.key = 'digest:' || l.person_id || ':' || {today})
                RETURNING l.person_id
            )
            INSERT INTO mail_messages
                (municipality_id, id, kind, person_id, key, day, state, not_before, attempts)
            SELECT {db.TenantId}, nextval('ids'), {MailKind.Digest.ToString()}, waiting.person_id,
                   'digest:' || waiting.person_id || ':' || {today}, {today}, 'Waiting', {now}, 0
            FROM (SELECT DISTINCT person_id FROM gathered) waiting
            ON CONFLICT (municipality_id, key) DO NOTHING
            """,
            cancellation
        );
        await transaction.CommitAsync(cancellation);
    }
}
