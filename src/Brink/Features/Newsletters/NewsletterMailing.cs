using System.Globalization;
using Brink.Features.Notices;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>Makes one waiting mail for each reader, in one statement, however many there are.</summary>
public static class NewsletterMailing
{
    /// <summary>Somebody without a session wants newsletters; asking again a minute later gives another.</summary>
    public static MailMessage Confirmation(long personId, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.ConfirmNewsletter,
            PersonId = personId,
            Key = string.Create(CultureInfo.InvariantCulture, $"newsletters:{personId}:{now.ToUnixTimeSeconds() / 60}"),
            NotBefore = now,
        };

    /// <summary>Who makes a newsletter wants to see it as a mail; asking again a minute later gives another.</summary>
    public static MailMessage Trial(long personId, long newsletterId, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.NewsletterTest,
            PersonId = personId,
            SubjectId = newsletterId,
            Key = string.Create(
                CultureInfo.InvariantCulture,
                $"newsletter-test:{newsletterId}:{personId}:{now.ToUnixTimeSeconds() / 60}"
            ),
            NotBefore = now,
        };

    /// <summary>
    /// In the transaction of the caller, who took the sending out of the journal: broken off anywhere, all is done once
    /// more or nothing was done. A reader whose mail is there gets no second one.
    /// </summary>
    public static async Task OrderAsync(BrinkDb db, long id, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH places AS (
                SELECT village_id AS id FROM subject_villages
                WHERE municipality_id = {db.TenantId} AND subject_id = {id}
                UNION ALL
                SELECT theme_id FROM subject_themes WHERE municipality_id = {db.TenantId} AND subject_id = {id}),
            wanting AS (
                SELECT p.id AS person_id
                FROM newsletter_subscriptions s
                JOIN people p ON p.municipality_id = s.municipality_id AND p.id = s.person_id
                WHERE s.municipality_id = {db.TenantId} AND s.state = 'Active' AND p.email IS NOT NULL
                  AND CASE WHEN EXISTS (SELECT FROM places) THEN EXISTS (
                          SELECT FROM newsletter_wishes w
                          WHERE w.municipality_id = s.municipality_id AND w.subscription_id = s.id
                            AND w.subject_id IN (SELECT places.id FROM places))
                      ELSE s.wants_everyone END
                ORDER BY p.id
                -- Waits for who is being erased at this moment, and then finds no address.
                FOR KEY SHARE OF p)
            INSERT INTO mail_messages
                (municipality_id, id, kind, person_id, subject_id, key, state, not_before, attempts)
            SELECT {db.TenantId}, nextval('ids'), {MailKind.Newsletter.ToString()}, person_id, {id},
                   'newsletter:' || {id} || ':' || person_id, 'Waiting', {now}, 0
            FROM wanting
            ON CONFLICT (municipality_id, key) DO NOTHING
            """,
            cancellation
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE newsletters SET receivers = (
                SELECT count(*) FROM mail_messages
                WHERE municipality_id = {db.TenantId} AND subject_id = {id} AND kind = {MailKind.Newsletter.ToString()})
            WHERE municipality_id = {db.TenantId} AND id = {id}
            """,
            cancellation
        );
    }
}
