using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Audiences;

/// <summary>Lines that are being dispatched in one transaction, and the mails that come of them.</summary>
public sealed class Outgoing(BrinkDb db, IReadOnlyList<LineOut> lines, DateTimeOffset now, DateOnly today)
{
    private VillageRoles? roles;

    public BrinkDb Db => db;
    public IReadOnlyList<LineOut> Lines => lines;
    public DateTimeOffset Now => now;
    public DateOnly Today => today;

    public IEnumerable<LineOut> With(params string[] verbs) =>
        lines.Where(line => verbs.Contains(line.Verb, StringComparer.Ordinal));

    public async Task<VillageRoles> RolesAsync(CancellationToken cancellation) =>
        roles ??= await VillageRoles.LoadAsync(db, today, cancellation);

    /// <summary>One waiting mail for each that is not there yet; people without a mail address are passed over.</summary>
    public async Task AddAsync(IReadOnlyCollection<Hearing> hearings, CancellationToken cancellation)
    {
        if (hearings.Count == 0)
        {
            return;
        }

        var kinds = hearings.Select(h => h.Kind.ToString()).ToArray();
        var people = hearings.Select(h => h.PersonId).ToArray();
        var subjects = hearings.Select(h => h.Line.SubjectId).ToArray();
        var keys = hearings.Select(h => h.Key).ToArray();
        var entries = hearings.Select(h => h.Line.Id).ToArray();
        var moments = hearings.Select(h => h.NotBefore ?? now).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO mail_messages
                (municipality_id, id, kind, person_id, subject_id, journal_entry_id, key, state, not_before, attempts)
            SELECT {db.TenantId}, nextval('ids'), h.kind, h.person, h.subject, h.entry,
                   h.key, 'Waiting', h.moment, 0
            FROM unnest({kinds}, {people}, {subjects}, {entries}, {keys}, {moments})
                AS h(kind, person, subject, entry, key, moment)
            JOIN people p ON p.municipality_id = {db.TenantId} AND p.id = h.person AND p.email IS NOT NULL
            -- Waits for who is being erased at this moment, and then finds no address.
            FOR KEY SHARE OF p
            ON CONFLICT (municipality_id, key) DO NOTHING
            """,
            cancellation
        );
    }
}
