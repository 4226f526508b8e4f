using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects;

/// <summary>Takes away what is known of senders of what was never confirmed, unless Brink knows them from something else.</summary>
public static class ForgottenSenders
{
    /// <param name="taken">The subjects that are being forgotten.</param>
    /// <param name="senders">Who sent them.</param>
    /// <returns>The mail addresses that are known no more, once the caller has saved.</returns>
    public static async Task<string[]> ForgetAsync(
        BrinkDb db,
        long[] taken,
        long[] senders,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var asked = senders.Distinct().ToArray();
        var strangers = await db
            .People.Where(p => asked.Contains(p.Id) && p.LastSignedInAt == null)
            .Where(p => !db.RoleHoldings.Any(h => h.PersonId == p.Id) && !db.Follows.Any(f => f.PersonId == p.Id))
            .Where(p => !db.Backings.Any(b => b.PersonId == p.Id))
            .Where(p =>
                !db.Contributions.Any(c =>
                    (c.ByPersonId == p.Id || c.EnteredById == p.Id)
                    && !taken.Contains(c.SubjectId)
                    // What went this way before has no words left and tells nothing of them any more.
                    && !(c.Subject!.Visibility == Visibility.Unconfirmed && c.Subject.Title == "")
                )
            )
            .ToArrayAsync(cancellation);
        var addresses = strangers.Select(p => p.Email).OfType<string>().ToArray();
        foreach (var stranger in strangers)
        {
            stranger.Forget(now);
        }

        return addresses;
    }
}
