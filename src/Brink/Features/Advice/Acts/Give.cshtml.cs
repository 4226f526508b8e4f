using Brink.Features.Initiatives;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice.Acts;

/// <summary>Given in the adviser's name, after whoever gives it has seen exactly what is given.</summary>
public class GiveModel() : AdviceActPage(AdviceAct.Advise)
{
    public override void OnGet() => Version = (uint)Advice.Revision;

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                // As the database knows it now and not as it was when the request began.
                if (
                    await Db.SpeakingRoleAsync(
                        Viewer.PersonId,
                        Advice.AdviserId,
                        Today,
                        Accounts.Viewer.SpeakingRoles,
                        Aborted
                    )
                    is null
                )
                {
                    return Outcome.Refuse("", "Uw rol is intussen beëindigd. Het advies is niet gegeven.");
                }

                var (advice, actor) = (await LoadAsync(), ActsForAdviser());
                return await Db.GiveAsync(advice, (int)Version, Contribution.To(advice.Subject, actor), actor, Aborted);
            },
            () => Address,
            async () =>
            {
                await ReadAgainAsync();
                Version = (uint)Advice.Revision;
                ModelState.Remove(nameof(Version));
            }
        );
}

internal static class AdviceGivingNow
{
    /// <summary>Gives it with the terms of today, and relates it to the standpoint it was made from.</summary>
    public static async Task<Outcome> GiveAsync(
        this BrinkDb db,
        AdviceCase advice,
        int seen,
        Contribution provenance,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var village = advice.Subject.Villages.Count == 1 ? advice.Subject.Villages[0].VillageId : 0;
        var terms = await ServiceTermsOf.VillageAsync(db, village, actor.Today, cancellation);
        var owner = await db
            .Dossiers.Where(d => d.Id == advice.DossierId)
            .Select(d => d.OwnerId)
            .FirstOrDefaultAsync(cancellation);
        var given = advice.Give(
            seen,
            terms,
            owner ?? (advice.InConfidence ? null : terms.LiaisonId),
            provenance,
            actor
        );
        if (!given.Succeeded || advice.StandpointId is not { } standpoint)
        {
            return given;
        }

        var from = await db.Subjects.FirstOrDefaultAsync(
            s => s.Id == standpoint && s.Visibility == Visibility.Public,
            cancellation
        );
        if (
            from is not null
            && Relation.Between(advice.Subject, from, RelationKind.FollowsFrom, [], actor, out var relation).Succeeded
        )
        {
            db.Relations.Add(relation!);
        }

        return Outcome.Done;
    }
}
