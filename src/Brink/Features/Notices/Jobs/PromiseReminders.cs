using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Jobs;

/// <summary>
/// Reminds of promises some working days before they are due, on the day itself, when they have become late, and then
/// once a week. Whoever waits for it hears once that it is late. All of a day goes to somebody in one mail; each
/// reminder stands in the journal.
/// </summary>
public sealed class PromiseReminders(TimeProvider time) : IMunicipalityJob
{
    public const int WorkingDaysBefore = 3;
    public const int WorkingDaysBetween = 5;

    /// <summary>A promise that is kept at this very moment takes the others with it; without it they go.</summary>
    private const int Attempts = 5;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = DutchTime.Today(time);
        if (!WorkingDays.IsWorkingDay(today))
        {
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RemindAsync(db, now, today, cancellation);
                return;
            }
            catch (DbUpdateException problem)
                when (attempt < Attempts && (Shared.Conflict.Is(problem) || Shared.Conflict.IsErasedPerson(problem)))
            {
                // Another instance reminded, a promise was kept or somebody left meanwhile: what is left is looked up anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task RemindAsync(
        BrinkDb db,
        DateTimeOffset now,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var horizon = WorkingDays.Add(today, WorkingDaysBefore);
        var open = await db
            .Promises.Include(p => p.Subject!.Villages)
            .Where(p => p.State == PromiseState.Open && p.Due <= horizon)
            .Seen()
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
            var villages = PromiseQueries.VillagesOf(promise.Subject!);
            people.UnionWith(keepers.Of(promise.ByOrganisationId, promise.ByPersonId, villages));
            if (promise.OverdueToldOn == today)
            {
                people.UnionWith(keepers.Of(promise.ToOrganisationId, promise.ToPersonId, villages));
            }
        }

        var mails = people.Select(person => MailMessage.Reminder(person, today, now)).ToArray();
        var keys = mails.Select(mail => mail.Key).ToArray();
        var there = await db
            .MailMessages.Where(m => keys.Contains(m.Key))
            .Select(m => m.Key)
            .ToArrayAsync(cancellation);
        await db.MailMessages.AddRangeAsync(mails.Where(mail => !there.Contains(mail.Key)), cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    public static bool IsTime(Promise promise, DateOnly today)
    {
        if (promise.RemindedOn is not { } last)
        {
            return true;
        }

        return promise.IsOverdue(today)
            ? last <= promise.Due || WorkingDays.Add(last, WorkingDaysBetween) <= today
            : today == LastWorkingDay(promise.Due) && last < today;
    }

    /// <summary>For what is due in a weekend the Friday before it.</summary>
    private static DateOnly LastWorkingDay(DateOnly due) =>
        WorkingDays.IsWorkingDay(due) ? due : WorkingDays.Add(due, -1);
}
