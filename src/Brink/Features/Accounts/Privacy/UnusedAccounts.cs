using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Privacy;

/// <summary>
/// Lets accounts go that nobody used for as long as the municipality chose, and warns first. Signing in, or one press in
/// the mail, keeps them. Whoever holds a role is in use. People are taken one by one, each in a save of its own, so that
/// a job that stopped halfway goes on where it was and two that run at once do no more than one.
/// </summary>
public sealed class UnusedAccounts(Erasing erasing, TimeProvider time) : IMunicipalityJob
{
    /// <summary>In one night; the next takes the rest.</summary>
    private const int Batch = 200;

    /// <summary>What others read stays, and an open initiative goes to the association: nobody asked for it to end.</summary>
    private static readonly Farewell ByClock = new(WordsToo: false, HandOver: true);

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var terms = await KeepingTermsOf.MunicipalityAsync(db, cancellation);
        var now = time.GetUtcNow();
        var today = DutchTime.Today(time);
        var unusedSince = now.AddMonths(-terms.MonthsUnused);
        var warnedBefore = now.AddDays(-terms.DaysWarned);
        await KeepAsync(db, today, cancellation);
        await EraseAsync(db, unusedSince, warnedBefore, today, cancellation);
        await WarnAsync(db, unusedSince.AddDays(terms.DaysWarned), today, cancellation);
    }

    /// <summary>Who was warned and then got a role, or had something typed in, is here again: a next time is warned anew.</summary>
    private async Task KeepAsync(BrinkDb db, DateOnly today, CancellationToken cancellation)
    {
        var actor = Clock(today);
        var back = await db
            .People.Where(p => p.EraseAnnouncedAt != null)
            .Where(p =>
                db.Contributions.Any(c => c.ByPersonId == p.Id && c.At > p.EraseAnnouncedAt)
                || db.RoleHoldings.Any(h => h.PersonId == p.Id && (h.To == null || h.To >= today))
            )
            .OrderBy(p => p.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var person in back)
        {
            person.Keep(actor.At);
            db.Journal.Add(JournalEntry.General(AccountVerbs.Kept, actor, ("person", person.Id)));
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception problem) when (Conflict.Is(problem))
        {
            // One of them signed in meanwhile; the next night is early enough.
        }

        db.ChangeTracker.Clear();
    }

    private async Task WarnAsync(BrinkDb db, DateTimeOffset before, DateOnly today, CancellationToken cancellation)
    {
        var actor = Clock(today);
        var ids = await Unused(db, before, today)
            .Where(p => p.EraseAnnouncedAt == null)
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var id in ids)
        {
            db.ChangeTracker.Clear();
            var person = await db.People.SingleAsync(p => p.Id == id, cancellation);
            if (person.SeenAt >= before || !person.AnnounceErasing(actor.At).Succeeded)
            {
                continue;
            }

            db.Journal.Add(JournalEntry.General(AccountVerbs.EraseAnnounced, actor, ("person", id)));
            if (person.Email is not null)
            {
                db.MailMessages.Add(MailMessage.EraseAnnounced(id, person.SeenAt, actor.At));
            }

            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (Exception problem) when (Conflict.Is(problem))
            {
                // Another instance warned, or the person signed in at this very moment.
            }
        }

        db.ChangeTracker.Clear();
    }

    private async Task EraseAsync(
        BrinkDb db,
        DateTimeOffset unusedSince,
        DateTimeOffset warnedBefore,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var ids = await Unused(db, unusedSince, today)
            .Where(p => p.EraseAnnouncedAt < warnedBefore)
            // A warning that still waits to be sent has warned nobody.
            .Where(p =>
                !db.MailMessages.Any(m =>
                    m.PersonId == p.Id && m.Kind == MailKind.EraseAnnounced && m.State == MailState.Waiting
                )
            )
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var id in ids)
        {
            await erasing.EraseAsync(
                db,
                id,
                ByClock,
                Clock(today),
                cancellation,
                person => person.EraseAnnouncedAt < warnedBefore && person.SeenAt < unusedSince
            );
        }
    }

    private static IQueryable<Person> Unused(BrinkDb db, DateTimeOffset before, DateOnly today) =>
        db
            .People.Where(p => p.ErasedAt == null && p.CreatedAt < before)
            .Where(p => p.LastSignedInAt == null || p.LastSignedInAt < before)
            .Where(p => p.KeptAt == null || p.KeptAt < before)
            .Where(p => !db.Contributions.Any(c => c.ByPersonId == p.Id && c.At >= before))
            .Where(p => !db.RoleHoldings.Any(h => h.PersonId == p.Id && (h.To == null || h.To >= today)));

    private Actor Clock(DateOnly today) => new(null, null, null, Channel.Web, time.GetUtcNow(), today);
}
