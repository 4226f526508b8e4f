using Brink.Features.Journal;
using Brink.Features.Notices.Jobs;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>
/// Says once that a round opened or closed. The round itself goes by the server's clock: this only tells, a few minutes
/// later.
/// </summary>
public sealed class RoundClock(TimeProvider time) : IMunicipalityJob
{
    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var byClock = new Actor(null, null, null, Channel.Web, now, DutchTime.Today(time));
        var rounds = await db
            .Rounds.Include(r => r.Dossier!.Subject)
            .Where(r => (!r.OpeningTold && r.OpensAt <= now) || (!r.ClosingTold && r.ClosesAt <= now))
            .ToArrayAsync(cancellation);
        foreach (var round in rounds)
        {
            if (now < round.ClosesAt)
            {
                round.Open(byClock);
            }
            else
            {
                round.Close(byClock);
            }
        }

        await SaveAsync(db, cancellation);
    }

    internal static async Task SaveAsync(BrinkDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted on one of them at this very moment. The next time is early enough.
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>
/// Takes away the words of reactions that nobody confirmed. The person, if nothing else is known of, goes with the other
/// strangers.
/// </summary>
public sealed class UnconfirmedReactions(TimeProvider time) : IMunicipalityJob
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
            .Reactions.Include(r => r.Contribution)
            .Where(r => r.State == ReactionState.AwaitingConfirmation && r.At < before)
            .OrderBy(r => r.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var reaction in waiting)
        {
            var contribution = reaction.Contribution!;
            db.Reactions.Remove(reaction);
            db.Contributions.Remove(contribution);
            db.Journal.Add(JournalEntry.General(ReactionVerbs.Forgotten, byClock, ("reaction", reaction.Id)));
        }

        await RoundClock.SaveAsync(db, cancellation);
    }
}
