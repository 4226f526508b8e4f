using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>What of dossiers waits for somebody on Mijn Brink.</summary>
internal static class DossierWaiting
{
    /// <summary>In days before the end of the confidence that it stands in the officer's list.</summary>
    private const int Ahead = 7;

    public static async Task<IReadOnlyList<Waiting>> ReadAsync(MineDesk desk)
    {
        if (desk.Viewer.Roles.Count == 0)
        {
            return [];
        }

        return [.. await ToTellAsync(desk), .. await ToReadInConfidenceAsync(desk), .. await OfOfficerAsync(desk)];
    }

    /// <summary>Associations that the liaison calls, visits or writes to.</summary>
    private static async Task<IEnumerable<Waiting>> ToTellAsync(MineDesk desk)
    {
        var (T, viewer) = (desk.T, desk.Viewer);
        if (!viewer.Is(Role.Liaison))
        {
            return [];
        }

        var own = viewer
            .Roles.Where(r => r is { Role: Role.Liaison, VillageId: not null })
            .Select(r => r.VillageId!.Value)
            .ToArray();
        var everywhere = viewer.Roles.Any(r => r is { Role: Role.Liaison, VillageId: null });
        var rows = await desk
            .Db.DossierInvitations.AsNoTracking()
            .Where(i => i.How == InvitedHow.Liaison && i.ToldOn == null && i.Dossier!.State == DossierState.Open)
            .Where(i => everywhere || own.Contains(i.VillageId))
            .OrderBy(i => i.InvitedOn)
            .Take(desk.Most)
            .Select(i => new
            {
                i.DossierId,
                i.Dossier!.Subject.Title,
                i.Organisation!.Name,
                i.InvitedOn,
                i.Channel,
            })
            .ToArrayAsync(desk.Cancellation);
        return rows.Select(i => new Waiting(
            DutchTime.StartOf(i.InvitedOn),
            new ListRow(
                T["Vertel {0} over het plan '{1}', {2}", i.Name, i.Title, T.Way(i.Channel)],
                DossierLinks.Tell(i.DossierId),
                When: T["plan van {0}", Formats.Date(i.InvitedOn)]
            )
        ));
    }

    /// <summary>What somebody was asked to read in confidence and has not opened yet.</summary>
    private static async Task<IEnumerable<Waiting>> ToReadInConfidenceAsync(MineDesk desk)
    {
        var (T, me, mine) = (desk.T, desk.Viewer.PersonId, desk.Organisations);
        if (mine.Length == 0)
        {
            return [];
        }

        var rows = await desk
            .Db.DossierReaders.AsNoTracking()
            .Where(r => r.PersonId == me && mine.Contains(r.OrganisationId) && r.RemovedOn == null)
            .Where(r => !desk.Db.DossierOpenings.Any(o => o.ReaderId == r.Id))
            .Join(
                desk.Db.Dossiers.Where(d => d.State == DossierState.InConfidence),
                r => r.DossierId,
                d => d.Id,
                (r, d) =>
                    new
                    {
                        d.Id,
                        d.Subject.Title,
                        d.Subject.Slug,
                        d.Subject.CreatedAt,
                        d.Confidence!.Until,
                    }
            )
            .OrderBy(d => d.Until)
            .Take(desk.Most)
            .ToArrayAsync(desk.Cancellation);
        return rows.Select(d => new Waiting(
            d.CreatedAt,
            new ListRow(
                T["Lees in vertrouwen: '{0}'", d.Title],
                DossierLinks.Show(d.Id, d.Slug),
                When: T["tot en met {0}", Formats.Date(d.Until)]
            )
        ));
    }

    /// <summary>A half-written dossier, and confidence that ends soon.</summary>
    private static async Task<IEnumerable<Waiting>> OfOfficerAsync(MineDesk desk)
    {
        var (T, me) = (desk.T, desk.Viewer.PersonId);
        if (!desk.Viewer.MayOpenDossiers())
        {
            return [];
        }

        var soon = desk.Today.AddDays(Ahead);
        var ending = await desk
            .Db.Dossiers.AsNoTracking()
            .Where(d => d.State == DossierState.InConfidence && d.Confidence!.Until <= soon)
            .Where(d =>
                d.OwnerId == me
                || !desk.Db.RoleHoldings.Any(h =>
                    h.PersonId == d.OwnerId
                    && h.Role == Role.PolicyOfficer
                    && h.From <= desk.Today
                    && (h.To == null || h.To >= desk.Today)
                )
            )
            .OrderBy(d => d.Confidence!.Until)
            .Take(desk.Most)
            .Select(d => new
            {
                d.Id,
                d.Subject.Title,
                d.Confidence!.Until,
                d.Confidence.Then,
            })
            .ToArrayAsync(desk.Cancellation);
        var draft = await desk
            .Db.DossierDrafts.AsNoTracking()
            .FirstOrDefaultAsync(d => d.PersonId == me, desk.Cancellation);
        return
        [
            .. ending.Select(d => new Waiting(
                DutchTime.StartOf(d.Until),
                new ListRow(
                    T["Het vertrouwelijke deel van '{0}' eindigt", d.Title],
                    DossierLinks.Confidence(d.Id),
                    When: T["tot en met {0}", Formats.Date(d.Until)],
                    Needed: T["Daarna: {0}.", T.NameOf(d.Then)]
                )
            )),
            .. draft is null
                ? Array.Empty<Waiting>()
                :
                [
                    new Waiting(
                        draft.ChangedAt,
                        new ListRow(
                            draft.Read().Title is { Length: > 0 } title
                                ? T["Maak het dossier '{0}' af", title]
                                : T["Maak het dossier af dat u begon"],
                            DossierLinks.New,
                            When: T["bewaard op {0}", Formats.Date(DutchTime.DateOf(draft.ChangedAt))]
                        )
                    ),
                ],
        ];
    }
}
