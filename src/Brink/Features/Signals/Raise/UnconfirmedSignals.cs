using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Raise;

/// <summary>Takes away signals that nobody confirmed in the time an idea gets, with their photos and unknown senders.</summary>
public sealed class UnconfirmedSignals(UnusedPhotos unused, TimeProvider time) : IMunicipalityJob
{
    private const int Batch = 200;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var terms = await KeepingTermsOf.MunicipalityAsync(db, cancellation);
        var before = now - terms.ToConfirm;
        var signals = await db
            .Signals.Include(s => s.Subject.Files)
            .Include(s => s.Contribution)
            .Where(s => s.State == SignalState.AwaitingConfirmation && s.Subject.CreatedAt < before)
            .OrderBy(s => s.Id)
            .Take(Batch)
            .AsSplitQuery()
            .ToArrayAsync(cancellation);
        var photos = signals.SelectMany(s => s.Subject.Files).Select(file => file.Hash).Distinct().ToArray();
        foreach (var signal in signals)
        {
            signal.Forget(new Actor(null, null, null, Channel.Web, now, DutchTime.Today(time)));
        }

        var ids = signals.Select(s => s.Id).ToArray();
        var gone = await ForgottenSenders.ForgetAsync(
            db,
            ids,
            [.. signals.Select(s => s.Contribution!.ByPersonId).OfType<long>()],
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
            return;
        }

        await db.AccessLinks.Where(l => ids.Contains(l.SubjectId ?? 0)).ExecuteDeleteAsync(cancellation);
        await db.Postbox.Where(m => gone.Contains(m.To)).ExecuteDeleteAsync(cancellation);
        await unused.DeleteAsync(db, photos, cancellation);
    }
}
