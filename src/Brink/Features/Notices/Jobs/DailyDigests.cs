using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Jobs;

/// <summary>One mail a day for whoever has something waiting; nobody gets an empty one.</summary>
public sealed class DailyDigests(TimeProvider time) : IMunicipalityJob
{
    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var today = DutchTime.Today(time);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO mail_messages
                (municipality_id, id, kind, person_id, key, day, state, not_before, attempts)
            SELECT {db.TenantId}, nextval('ids'), {MailKind.DailyDigest.ToString()}, waiting.person_id,
                   'digest:' || waiting.person_id || ':' || {today}, {today}, 'Waiting', {time.GetUtcNow()}, 0
            FROM (SELECT DISTINCT person_id FROM digest_lines WHERE municipality_id = {db.TenantId}) waiting
            ON CONFLICT (municipality_id, key) DO NOTHING
            """,
            cancellation
        );
    }
}
