using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Audiences;

/// <summary>
/// Followers of the subject, and for larger news those of its villages and themes. What somebody chose for the subject
/// itself goes before what was chosen for its village. Done in the database, so that a thousand followers cost no memory.
/// </summary>
public sealed class Followers : IAudience
{
    /// <summary>What the followers of the subject itself hear of.</summary>
    public static readonly IReadOnlyList<string> Verbs =
    [
        .. WiderNews,
        InitiativeVerbs.TakenIn,
        InitiativeVerbs.QuestionAsked,
        InitiativeVerbs.QuestionReplied,
        InitiativeVerbs.RequirementAdded,
        InitiativeVerbs.RequirementMet,
        PromiseVerbs.Released,
        PlacesVerbs.VillagePageChanged,
        PlacesVerbs.FacilityChanged,
        .. FeatureServices.News.SelectMany(news => news.ToFollowers),
    ];

    /// <summary>What the followers of its villages and themes hear of too.</summary>
    private static string[] WiderNews =>
        [
            InitiativeVerbs.Confirmed,
            InitiativeVerbs.Answered,
            InitiativeVerbs.Updated,
            InitiativeVerbs.PhaseMoved,
            .. FeatureServices.News.SelectMany(news => news.ToFollowersOfPlaces),
        ];

    public async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var targets = (
            from line in outgoing.With([.. Verbs])
            where line.Visibility == Visibility.Public
            from target in Targets(line)
            select (Line: line, Target: target)
        ).ToArray();
        if (targets.Length == 0)
        {
            return;
        }

        var entries = targets.Select(t => t.Line.Id).ToArray();
        var subjects = targets.Select(t => t.Line.SubjectId!.Value).ToArray();
        var followed = targets.Select(t => t.Target).ToArray();
        var actors = targets.Select(t => t.Line.PersonId).ToArray();
        var typists = targets.Select(t => t.Line.EnteredById).ToArray();
        var tenant = outgoing.Db.TenantId;
        await outgoing.Db.Database.ExecuteSqlAsync(
            $"""
            WITH choices AS (
                SELECT DISTINCT ON (l.entry, f.person_id) l.entry, l.subject, f.person_id AS person, f.frequency
                FROM unnest({entries}, {subjects}, {followed}, {actors}, {typists})
                    AS l(entry, subject, target, actor, typist)
                JOIN follows f ON f.municipality_id = {tenant} AND f.subject_id = l.target
                WHERE f.person_id IS DISTINCT FROM l.actor AND f.person_id IS DISTINCT FROM l.typist
                ORDER BY l.entry, f.person_id, l.target = l.subject DESC,
                         CASE f.frequency WHEN 'AtOnce' THEN 1 WHEN 'Daily' THEN 2 WHEN 'Weekly' THEN 3 ELSE 4 END
            ),
            hearers AS (
                SELECT c.*, c.entry || ':' || c.person AS key
                FROM choices c
                JOIN people p ON p.municipality_id = {tenant} AND p.id = c.person AND p.email IS NOT NULL
                -- Waits for who is being erased at this moment, and then finds no address.
                FOR KEY SHARE OF p
            ),
            later AS (
                INSERT INTO digest_lines (municipality_id, person_id, journal_entry_id, frequency)
                SELECT {tenant}, h.person, h.entry, h.frequency
                FROM hearers h
                WHERE h.frequency IN ('Daily', 'Weekly')
                  AND NOT EXISTS (
                      SELECT FROM mail_messages m WHERE m.municipality_id = {tenant} AND m.key = h.key)
                ON CONFLICT DO NOTHING
            )
            INSERT INTO mail_messages
                (municipality_id, id, kind, person_id, subject_id, journal_entry_id, key, state, not_before, attempts)
            SELECT {tenant}, nextval('ids'), {MailKind.FollowNotice.ToString()}, h.person, h.subject, h.entry,
                   h.key, 'Waiting', {outgoing.Now}, 0
            FROM hearers h
            WHERE h.frequency = 'AtOnce'
            ON CONFLICT (municipality_id, key) DO NOTHING
            """,
            cancellation
        );
    }

    private static IEnumerable<long> Targets(LineOut line) =>
        WiderNews.Contains(line.Verb, StringComparer.Ordinal)
            ? [line.SubjectId!.Value, .. line.Villages, .. line.Themes]
            : [line.SubjectId!.Value];
}
