using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Notices.Jobs;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>
/// Puts subscriptions to rest whose mail was refused for good. The journal gets how many, never whose.
/// </summary>
public sealed class NewsletterBounces(TimeProvider time) : IMunicipalityJob
{
    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Who said since that mail may come again is not put to rest for the old refusal.
        var rested = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE newsletter_subscriptions s SET state = 'Resting', since = {now}
            WHERE s.municipality_id = {db.TenantId} AND s.state = 'Active' AND EXISTS (
                SELECT FROM mail_messages m
                WHERE m.municipality_id = s.municipality_id AND m.person_id = s.person_id
                  AND m.kind = 'Newsletter' AND m.state = 'GaveUp' AND m.refused AND m.not_before > s.since)
            """,
            cancellation
        );
        if (rested > 0)
        {
            Tell(db, rested, new(null, null, null, Channel.Web, now, DutchTime.DateOf(now)));
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>
    /// The subscriptions of these addresses go to rest. One query, however many; saved by the caller. Who knows that
    /// mailbox no longer reads it may wake it.
    /// </summary>
    /// <param name="addresses">To which mail did not arrive, as somebody pasted them or a mail server reported them.</param>
    /// <returns>How many went to rest.</returns>
    public static async Task<int> RestAsync(
        BrinkDb db,
        IReadOnlyCollection<string> addresses,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var normalised = addresses.Select(Person.Normalise).Distinct(StringComparer.Ordinal).ToArray();
        var found = await db
            .NewsletterSubscriptions.Where(s =>
                s.State == SubscriptionState.Active && normalised.Contains(s.Person!.NormalizedEmail)
            )
            .ToArrayAsync(cancellation);
        foreach (var subscription in found)
        {
            subscription.Rest(actor.At);
        }

        if (found.Length > 0)
        {
            Tell(db, found.Length, actor);
        }

        return found.Length;
    }

    private static void Tell(BrinkDb db, int count, Actor actor) =>
        db.Journal.Add(JournalEntry.General(NewsletterVerbs.Rested, actor, ("count", count)));
}
