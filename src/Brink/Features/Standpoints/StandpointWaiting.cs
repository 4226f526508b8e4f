using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints;

/// <summary>What of standpoints waits for somebody: to react, to send, or to answer. Two queries.</summary>
internal static class StandpointWaiting
{
    public static async Task<IReadOnlyList<Waiting>> ReadAsync(MineDesk desk)
    {
        var (T, today, mine) = (desk.T, desk.Today, desk.Organisations);
        var rounds = await desk
            .Db.SigningRounds.AsNoTracking()
            .Where(r => r.EndedAt == null)
            .Where(r =>
                (r.Closes >= today && r.Invited.Any(i => mine.Contains(i.AssociationId)))
                || (r.Closes < today && mine.Contains(r.Standpoint!.UmbrellaId))
            )
            .OrderBy(r => r.Closes)
            .Take(desk.Most)
            .Select(r => new
            {
                r.StandpointId,
                r.Standpoint!.Subject.Title,
                r.Closes,
                Silent = r.Invited.Count(i =>
                    mine.Contains(i.AssociationId)
                    && r.Signatures.Where(s => s.AssociationId == i.AssociationId)
                        .OrderByDescending(s => s.Number)
                        .Select(s => (Stance?)s.Stance)
                        .FirstOrDefault() == null
                ),
            })
            .ToArrayAsync(desk.Cancellation);
        // What a liaison sees among the promises is not shown twice.
        var liaisonOf = desk.Viewer.Roles.Where(r => r.Role == Role.Liaison).Select(r => r.VillageId).ToArray();
        var owed =
            desk.Viewer.Roles.Any(r => StandpointAccess.Answering.Contains(r.Role)) && !liaisonOf.Contains(null)
                ? await desk
                    .Db.Promises.AsNoTracking()
                    .Where(p => p.State == PromiseState.Open && p.Subject!.Kind == SubjectKind.Standpoint)
                    .Where(p => !p.Subject!.Villages.Any(v => liaisonOf.Contains(v.VillageId)))
                    .OrderBy(p => p.Due)
                    .Take(desk.Most)
                    .Select(p => new
                    {
                        p.SubjectId,
                        p.Subject!.Title,
                        p.Due,
                    })
                    .ToArrayAsync(desk.Cancellation)
                : [];
        return
        [
            .. rounds
                .Where(r => r.Closes < today || r.Silent > 0)
                .Select(r => new Waiting(
                    DutchTime.StartOf(r.Closes),
                    r.Closes < today
                        ? new ListRow(
                            T["Verstuur '{0}' naar de gemeente", r.Title],
                            StandpointLinks.Send(r.StandpointId),
                            When: T["De termijn liep tot en met {0}.", Formats.Date(r.Closes)]
                        )
                        : new ListRow(
                            T["Reageer namens uw vereniging op '{0}'", r.Title],
                            StandpointLinks.React(r.StandpointId),
                            When: T["tot en met {0}", Formats.Date(r.Closes)]
                        )
                )),
            .. owed.Select(p => new Waiting(
                DutchTime.StartOf(p.Due),
                new ListRow(
                    T["Antwoord geven op '{0}'", p.Title],
                    StandpointLinks.Answer(p.SubjectId),
                    When: T["tot en met {0}", Formats.Date(p.Due)]
                )
            )),
        ];
    }
}
