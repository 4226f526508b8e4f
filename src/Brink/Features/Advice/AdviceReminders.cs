using Brink.Features.Notices.Jobs;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>One friendly reminder near the last day of an advice that was asked, and never a second.</summary>
public sealed class AdviceReminders(TimeProvider time) : IMunicipalityJob
{
    public const int WorkingDaysBefore = 3;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var today = DutchTime.Today(time);
        if (!WorkingDays.IsWorkingDay(today))
        {
            return;
        }

        var horizon = WorkingDays.Add(today, WorkingDaysBefore);
        var near = await db
            .Advices.Include(a => a.Subject)
            .Where(a => a.State == AdviceState.Asked && a.RemindedOn == null)
            .Where(a => a.Due >= today && a.Due <= horizon && a.AskedOn < today)
            .OrderBy(a => a.Id)
            .ToArrayAsync(cancellation);
        var byClock = new Actor(null, null, null, Channel.Web, time.GetUtcNow(), today);
        foreach (var advice in near)
        {
            advice.Remind(byClock);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception problem) when (Conflict.Is(problem))
        {
            // Another instance reminded, or the advice was given at this moment; the rest comes with the next run.
            db.ChangeTracker.Clear();
        }
    }
}
