using Brink.Features.Advice;
using Brink.Features.Dossiers.Opening;
using Brink.Features.Notices.Jobs;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>
/// What the clock does with dossiers: warns some days before the confidence ends, ends it as was chosen beforehand, and
/// removes half-written dossiers that nobody came back to.
/// </summary>
public sealed class DossierNights(TimeProvider time) : IMunicipalityJob
{
    public const int DaysBefore = 3;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var today = DutchTime.Today(time);
        var horizon = today.AddDays(DaysBefore);
        var near = await db
            .Dossiers.Where(d => d.State == DossierState.InConfidence && d.Confidence!.Until <= horizon)
            .OrderBy(d => d.Id)
            .Select(d => d.Id)
            .ToArrayAsync(cancellation);
        foreach (var id in near)
        {
            try
            {
                await EndOrWarnAsync(db, id, today, cancellation);
            }
            catch (Exception problem) when (Conflict.Is(problem))
            {
                // An officer, or another instance, was first: the next night finds what is left.
            }

            db.ChangeTracker.Clear();
        }

        var old = time.GetUtcNow().AddDays(-DossierDraft.KeptFor);
        await db.DossierDrafts.Where(d => d.ChangedAt < old).ExecuteDeleteAsync(cancellation);
    }

    private async Task EndOrWarnAsync(BrinkDb db, long id, DateOnly today, CancellationToken cancellation)
    {
        var dossier = await db
            .Dossiers.Include(d => d.Subject.Villages)
            .Include(d => d.Subject.Themes)
            .Include(d => d.Invitations)
            .Include(d => d.Confidence)
            .AsSplitQuery()
            .SingleAsync(d => d.Id == id, cancellation);
        var byClock = new Actor(null, dossier.OrganisationId, null, Channel.Web, time.GetUtcNow(), today);
        var confidence = dossier.Confidence!;
        if (confidence.Until >= today)
        {
            if (confidence.WarnedOn is not null)
            {
                return;
            }

            dossier.WarnOfEnd(byClock);
        }
        else if (confidence.Then == AfterConfidence.IsWithdrawn)
        {
            await db.CloseAdviceAsync(id, byClock, cancellation);
            dossier.Withdraw(byClock);
        }
        else
        {
            var inviting = await db.InvitingAsync(
                [.. dossier.Subject.Villages.Select(v => v.VillageId)],
                [.. dossier.Subject.Themes.Select(t => t.ThemeId)],
                byClock.At,
                today,
                cancellation
            );
            await db.OpenAdviceAsync(id, byClock, cancellation);
            dossier.MakePublic(inviting.Select(invitation => invitation.Row(byClock)), byClock);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
