using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>What of advice waits for somebody: to write it, to choose a day, or to answer it. Two queries.</summary>
internal static class AdviceWaiting
{
    public static async Task<IReadOnlyList<Waiting>> ReadAsync(MineDesk desk)
    {
        if (desk.Viewer.Roles.Count == 0)
        {
            return [];
        }

        return [.. await OpenAsync(desk), .. await ToAnswerAsync(desk)];
    }

    private static async Task<IEnumerable<Waiting>> OpenAsync(MineDesk desk)
    {
        var (db, T, mine, me) = (desk.Db, desk.T, desk.Organisations, desk.Viewer.PersonId);
        var villages = desk
            .Viewer.Roles.Where(r => r is { Role: Role.Liaison, VillageId: not null })
            .Select(r => r.VillageId!.Value)
            .ToArray();
        var everywhere = desk.Viewer.Roles.Any(r => r is { Role: Role.Liaison, VillageId: null });
        var works = desk
            .Viewer.Roles.Where(r => r.Role == Role.PolicyOfficer)
            .Select(r => r.OrganisationId)
            .Distinct()
            .ToArray();
        var rows = await db
            .Advices.AsNoTracking()
            .Where(a =>
                a.State == AdviceState.Asked || a.State == AdviceState.Proposed || a.State == AdviceState.Writing
            )
            .Select(a => new
            {
                a.Id,
                a.Subject.Title,
                a.Subject.Slug,
                a.State,
                a.Due,
                a.ProposedDue,
                a.Subject.CreatedAt,
                a.Adviser!.Name,
                IsAdviser = mine.Contains(a.AdviserId)
                    && (
                        !a.InConfidence
                        || db.DossierReaders.Any(r =>
                            r.DossierId == a.DossierId
                            && r.PersonId == me
                            && r.OrganisationId == a.AdviserId
                            && r.RemovedOn == null
                        )
                    ),
                IsAsker = a.State == AdviceState.Proposed
                    && (
                        a.InConfidence
                            ? works.Contains(a.Dossier!.OrganisationId)
                            : everywhere
                                || a.AskContribution!.ByPersonId == me
                                || a.Subject.Villages.Any(v => villages.Contains(v.VillageId))
                    ),
            })
            .Where(a => a.IsAsker || (a.IsAdviser && a.State != AdviceState.Proposed))
            .OrderBy(a => a.Due)
            .ThenBy(a => a.Id)
            .Take(desk.Most)
            .ToArrayAsync(desk.Cancellation);
        return rows.Select(a =>
            a.State switch
            {
                AdviceState.Asked => new Waiting(
                    DutchTime.StartOf(a.Due!.Value),
                    new ListRow(
                        T["De gemeente vraagt advies: {0}", a.Title],
                        AdviceLinks.Show(a.Id, a.Slug),
                        When: T["graag tot en met {0}", Formats.Date(a.Due.Value)]
                    )
                ),
                AdviceState.Writing => new Waiting(
                    a.CreatedAt,
                    new ListRow(T["Maak het advies '{0}' af", a.Title], AdviceLinks.Write(a.Id))
                ),
                _ => new Waiting(
                    DutchTime.StartOf(a.Due!.Value),
                    new ListRow(
                        T["{0} vraagt een andere dag voor advies: {1}", a.Name, a.Title],
                        AdviceLinks.Settle(a.Id),
                        When: a.ProposedDue is { } day ? Formats.Date(day) : null
                    )
                ),
            }
        );
    }

    private static async Task<IEnumerable<Waiting>> ToAnswerAsync(MineDesk desk)
    {
        var (db, T) = (desk.Db, desk.T);
        if (!desk.Viewer.MayAskAdvice())
        {
            return [];
        }

        // What a liaison sees among the promises is not shown twice; what is in confidence never stands there.
        var liaisonOf = desk.Viewer.Roles.Where(r => r.Role == Role.Liaison).Select(r => r.VillageId).ToArray();
        var everywhere = liaisonOf.Contains(null);
        var me = desk.Viewer.PersonId;
        var works = desk
            .Viewer.Roles.Where(r => r.Role == Role.PolicyOfficer)
            .Select(r => r.OrganisationId)
            .Distinct()
            .ToArray();
        var owed = await db
            .Promises.AsNoTracking()
            .Where(p => p.State == PromiseState.Open && p.Kind == PromiseKind.Answer)
            .Join(
                db.Advices.Where(a => a.State == AdviceState.Given),
                p => p.SubjectId,
                a => a.Id,
                (p, a) =>
                    new
                    {
                        a.Id,
                        a.Subject.Title,
                        p.Due,
                        IsMine = a.InConfidence
                            ? works.Contains(a.Dossier!.OrganisationId)
                            : !everywhere
                                && p.ByPersonId != me
                                && !a.Subject.Villages.Any(v => liaisonOf.Contains(v.VillageId)),
                    }
            )
            .Where(p => p.IsMine)
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Take(desk.Most)
            .ToArrayAsync(desk.Cancellation);
        return owed.Select(p => new Waiting(
            DutchTime.StartOf(p.Due),
            new ListRow(
                T["Antwoord geven op '{0}'", p.Title],
                AdviceLinks.Answer(p.Id),
                When: T["tot en met {0}", Formats.Date(p.Due)]
            )
        ));
    }
}
