using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>Backing an initiative: the one act that hundreds may do in the same minute.</summary>
public static class Backings
{
    /// <summary>
    /// Counts the person, with its line in the journal, in one statement. Twice at once, along two roads or after taking
    /// it back: the key decides, and one of them counts. The initiative must be public and not the person's own, the village
    /// one there is. Nobody is mailed of it, so nothing is put in the outbox.
    /// </summary>
    /// <param name="contributionId">Where somebody else entered it.</param>
    /// <returns>Whether it began to count now; false when it counted already, or may not.</returns>
    public static async Task<bool> BackAsync(
        BrinkDb db,
        long initiativeId,
        BackingChoice choice,
        Actor actor,
        CancellationToken cancellation,
        long? contributionId = null
    )
    {
        var (tenant, person, village) = (db.TenantId, actor.PersonId!.Value, choice.VillageId);
        var request = System.Diagnostics.Activity.Current?.TraceId.ToString();
        var counted = await db.Database.ExecuteSqlAsync(
            $"""
            WITH backed AS (
                INSERT INTO backings (municipality_id, initiative_id, person_id, village_id, is_home, name_is_public,
                                      state, at, contribution_id)
                SELECT i.municipality_id, i.id, {person}, {village}::bigint,
                       coalesce(i.village_id = {village}::bigint, false), {choice.NameIsPublic}, 'Counted', {actor.At},
                       {contributionId}::bigint
                FROM initiatives i
                JOIN subjects s ON s.municipality_id = i.municipality_id AND s.id = i.id
                WHERE i.municipality_id = {tenant} AND i.id = {initiativeId} AND s.visibility = 'Public'
                  AND ({village}::bigint IS NULL OR EXISTS (
                      SELECT FROM villages v
                      WHERE v.municipality_id = i.municipality_id AND v.id = {village}::bigint))
                  AND NOT EXISTS (
                      SELECT FROM initiators o
                      WHERE o.municipality_id = i.municipality_id AND o.initiative_id = i.id AND o.person_id = {person})
                ON CONFLICT (municipality_id, initiative_id, person_id) DO UPDATE
                SET state = excluded.state, village_id = excluded.village_id, is_home = excluded.is_home,
                    name_is_public = excluded.name_is_public, at = excluded.at,
                    contribution_id = excluded.contribution_id
                WHERE backings.state = 'TakenBack'
                RETURNING initiative_id
            )
            INSERT INTO journal (municipality_id, id, subject_id, verb, at, person_id, entered_by_id, channel, about,
                                 request_id)
            SELECT {tenant}, nextval('ids'), b.initiative_id, {BackingVerbs.Given}, {actor.At}, {person},
                   {actor.EnteredById}::bigint, {actor.Channel.ToString()}, jsonb_build_object(), {request}::text
            FROM backed b
            """,
            cancellation
        );
        if (counted > 0 && db.Database.CurrentTransaction is null)
        {
            db.Signal?.Changed(db.TenantId);
        }

        return counted > 0;
    }
}
