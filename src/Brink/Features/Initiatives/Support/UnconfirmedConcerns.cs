using Brink.Features.Journal;
using Brink.Features.Notices.Jobs;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>
/// Takes away the words of concerns that nobody confirmed. The person, if nothing else is known of, goes with the other
/// strangers.
/// </summary>
public sealed class UnconfirmedConcerns(TimeProvider time) : IMunicipalityJob
{
    /// <summary>A day longer than the link in the mail works.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromDays(8);

    private const int Batch = 500;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var before = now - Stay;
        var byClock = new Actor(null, null, null, Channel.Web, now, DutchTime.Today(time));
        var waiting = await db
            .Concerns.Include(c => c.Contribution)
            .Where(c => c.State == ConcernState.AwaitingConfirmation && c.At < before)
            .OrderBy(c => c.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var concern in waiting)
        {
            var contribution = concern.Contribution!;
            db.Concerns.Remove(concern);
            db.Contributions.Remove(contribution);
            db.Journal.Add(JournalEntry.General(ConcernVerbs.Forgotten, byClock, ("concern", concern.Id)));
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody confirmed at this very moment. The rest goes the next night.
            db.ChangeTracker.Clear();
        }
    }
}
