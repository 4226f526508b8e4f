using Brink.Features.Notices.Jobs;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>One friendly reminder near the day of the answer, and never a second: volunteers owe the municipality nothing.</summary>
public sealed class RequestReminders(TimeProvider time) : IMunicipalityJob
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
            .VillageRequests.Include(r => r.Subject)
            .Where(r => r.State == RequestState.Asked && r.RemindedOn == null)
            .Where(r => r.AnswerBy >= today && r.AnswerBy <= horizon && r.AskedOn < today)
            .OrderBy(r => r.Id)
            .ToArrayAsync(cancellation);
        var byClock = new Actor(null, null, null, Channel.Web, time.GetUtcNow(), today);
        foreach (var request in near)
        {
            request.Remind(byClock);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception problem) when (Conflict.Is(problem))
        {
            // Another instance reminded, or the association answered at this moment; the rest comes with the next run.
            db.ChangeTracker.Clear();
        }
    }
}
