using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Jobs;

/// <summary>
/// Reminds of promises some working days before they are due, when they have become late, and then once a week. All of
/// a day goes to somebody in one mail; each reminder stands in the journal.
/// </summary>
public sealed class PromiseReminders(TimeProvider time) : IMunicipalityJob
{
    public const int WorkingDaysBefore = 3;
    public const int WorkingDaysBetween = 5;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = DutchTime.Today(time);
        if (!WorkingDays.IsWorkingDay(today))
        {
            return;
        }

        var horizon = WorkingDays.Add(today, WorkingDaysBefore);
        var open = await db
            .Promises.Include(p => p.Subject!.Villages)
            .Where(p => p.State == PromiseState.Open && p.Due <= horizon)
            .Where(p => p.Subject!.Visibility == Visibility.Public)
            .Where(p => p.RemindedOn == null || p.RemindedOn < today)
            .OrderBy(p => p.Id)
            .ToArrayAsync(cancellation);
        var due = open.Where(p => IsTime(p, today)).ToArray();
        if (due.Length == 0)
        {
            return;
        }

        var keepers = await PromiseKeepers.LoadAsync(db, today, cancellation);
        var byClock = new Actor(null, null, null, Channel.Web, now, today);
        var people = new HashSet<long>();
        foreach (var promise in due)
        {
            promise.Remind(byClock);
            people.UnionWith(
                keepers.Of(
                    promise.ByOrganisationId,
                    promise.ByPersonId,
                    [.. promise.Subject!.Villages.Select(v => v.VillageId)]
                )
            );
        }

        var mails = people.Select(person => MailMessage.Reminder(person, today, now)).ToArray();
        var keys = mails.Select(mail => mail.Key).ToArray();
        var there = await db
            .MailMessages.Where(m => keys.Contains(m.Key))
            .Select(m => m.Key)
            .ToArrayAsync(cancellation);
        await db.MailMessages.AddRangeAsync(mails.Where(mail => !there.Contains(mail.Key)), cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException problem) when (Shared.Conflict.Is(problem))
        {
            // Another instance reminded, or a promise was kept meanwhile; what is left comes with the next run.
            db.ChangeTracker.Clear();
        }
    }

    public static bool IsTime(Promise promise, DateOnly today) =>
        promise.RemindedOn is not { } last
        || (promise.IsOverdue(today) && (last <= promise.Due || WorkingDays.Add(last, WorkingDaysBetween) <= today));
}
