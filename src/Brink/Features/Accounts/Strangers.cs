using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>
/// Forgets people of whom Brink has nothing but a name and an address that somebody typed: never signed in, and with no
/// role, no idea and nothing followed after the days that the municipality chose.
/// </summary>
public sealed class Strangers(TimeProvider time) : IMunicipalityJob
{
    private const int Batch = 200;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var terms = await KeepingTermsOf.MunicipalityAsync(db, cancellation);
        var before = now.AddDays(-terms.DaysStrangersStay);
        var strangers = await db
            .People.Where(p => p.LastSignedInAt == null && p.CreatedAt < before)
            .Where(p => p.Email != null || p.PhoneNumber != null)
            .Where(p => !db.RoleHoldings.Any(h => h.PersonId == p.Id))
            .Where(p => !db.Follows.Any(f => f.PersonId == p.Id))
            .Where(p => !db.NewsletterSubscriptions.Any(s => s.PersonId == p.Id))
            .Where(p => !db.Contributions.Any(c => c.ByPersonId == p.Id || c.EnteredById == p.Id))
            .Where(p => !db.Initiators.Any(i => i.PersonId == p.Id) && !db.Colleagues.Any(c => c.PersonId == p.Id))
            // Who counts must be known again by the same address.
            .Where(p => !db.Backings.Any(b => b.PersonId == p.Id) && !db.PaperCounts.Any(c => c.PersonId == p.Id))
            .Where(p => !db.Promises.Any(x => x.ByPersonId == p.Id || x.ToPersonId == p.Id))
            .Where(p => !db.AccessLinks.Any(l => l.PersonId == p.Id && l.UsedAt == null && l.ExpiresAt > now))
            // Something broken still waits to reach this mailbox, or could not: nothing may be lost.
            .Where(p =>
                !db.MailMessages.Any(m =>
                    m.PersonId == p.Id
                    && m.Kind == MailKind.Defect
                    && (m.State == MailState.Waiting || m.State == MailState.GaveUp)
                )
            )
            .OrderBy(p => p.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        var byClock = new Actor(null, null, null, Channel.Web, now, DutchTime.Today(time));
        var addresses = strangers.Select(p => p.Email).OfType<string>().ToArray();
        foreach (var stranger in strangers)
        {
            stranger.Forget(now);
            db.Journal.Add(JournalEntry.General(AccountVerbs.Forgotten, byClock, ("person", stranger.Id)));
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // One of them came in at this very moment. The next night is early enough.
            return;
        }

        await db.Postbox.Where(m => addresses.Contains(m.To)).ExecuteDeleteAsync(cancellation);
    }
}
