using Brink.Features.Accounts;
using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>
/// Takes away ideas that nobody confirmed: the words, the photos, and the name, mail address and telephone number of the
/// sender, unless Brink knows the sender from something else. That an idea came in stays in the journal.
/// </summary>
public sealed class UnconfirmedIdeas(UnusedPhotos unused, TimeProvider time) : IMunicipalityJob
{
    private const int Batch = 100;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        while (await TakeAwayAsync(db, cancellation)) { }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> TakeAwayAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var terms = await KeepingTermsOf.MunicipalityAsync(db, cancellation);
        var before = now - terms.ToConfirm;
        var ideas = await db
            .Initiatives.Include(i => i.Subject.Files)
            .Include(i => i.Contribution)
            .Where(i => i.Intake == IntakeState.AwaitingConfirmation && i.Subject.Visibility == Visibility.Unconfirmed)
            .Where(i => i.Subject.CreatedAt < before)
            // Whoever asked for a new link has as long as that link.
            .Where(i =>
                !db.AccessLinks.Any(l =>
                    l.SubjectId == i.Id
                    && l.Purpose == LinkPurpose.ConfirmHandIn
                    && l.UsedAt == null
                    && l.ExpiresAt > now
                )
            )
            .OrderBy(i => i.Id)
            .Take(Batch)
            .AsSplitQuery()
            .ToArrayAsync(cancellation);
        var photos = ideas.SelectMany(i => i.Subject.Files).Select(file => file.Hash).Distinct().ToArray();
        var byClock = new Actor(null, null, null, Channel.Web, now, DutchTime.Today(time));
        foreach (var idea in ideas)
        {
            idea.Forget(byClock);
        }

        var gone = await ForgottenSenders.ForgetAsync(
            db,
            [.. ideas.Select(i => i.Id)],
            [.. ideas.Select(i => i.Contribution!.ByPersonId).OfType<long>()],
            now,
            cancellation
        );
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody confirmed at this very moment. The rest goes the next night.
            db.ChangeTracker.Clear();
            return false;
        }

        var ids = ideas.Select(i => i.Id).ToArray();
        await db.AccessLinks.Where(l => ids.Contains(l.SubjectId ?? 0)).ExecuteDeleteAsync(cancellation);
        await db.Postbox.Where(m => gone.Contains(m.To)).ExecuteDeleteAsync(cancellation);
        await unused.DeleteAsync(db, photos, cancellation);
        db.ChangeTracker.Clear();
        return ideas.Length == Batch;
    }
}
