using Brink.Features.Notices.Jobs;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints;

/// <summary>Some working days before a term ends, those who are still silent are reminded, once.</summary>
public sealed class SigningReminders(TimeProvider time) : IMunicipalityJob
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
        var rounds = await db
            .SigningRounds.Include(r => r.Standpoint!.Subject)
            .Include(r => r.Invited)
            .Include(r => r.Signatures)
            .Where(r => r.EndedAt == null && r.RemindedOn == null)
            .Where(r => r.Closes >= today && r.Closes <= horizon)
            .OrderBy(r => r.Id)
            .AsSplitQuery()
            .ToArrayAsync(cancellation);
        var byClock = new Actor(null, null, null, Channel.Web, time.GetUtcNow(), today);
        foreach (var round in rounds.Where(r => !r.AllAnswered))
        {
            round.Remind(today);
            round.Standpoint!.Subject.Happened(StandpointVerbs.Reminded, byClock);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception problem) when (Conflict.Is(problem))
        {
            // Another instance reminded, or somebody reacted at this moment; what is left comes with the next run.
            db.ChangeTracker.Clear();
        }
    }
}
