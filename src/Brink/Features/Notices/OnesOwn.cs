using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>An association and the villages it stands for.</summary>
public sealed record SpokenFor(string Name, string Href, IReadOnlyList<Crumb> Villages);

/// <summary>What belongs to the viewer, whether it waits or not.</summary>
public static class OnesOwn
{
    private const int Most = 50;

    /// <summary>Initiatives the viewer carries, in person or for an association; newest first. One query.</summary>
    public static async Task<IReadOnlyList<ListRow>> InitiativesAsync(
        BrinkDb db,
        Texts T,
        Viewer viewer,
        DateOnly today
    )
    {
        var me = viewer.PersonId ?? 0;
        var organisations = Speaking(viewer).Select(r => r.OrganisationId).ToArray();
        var rows = await db
            .Initiatives.Where(i => i.Intake != IntakeState.Withdrawn)
            .Where(i =>
                i.Initiators.Any(who => who.PersonId == me) || organisations.Contains(i.Contribution!.OnBehalfOfId ?? 0)
            )
            .NewestFirst()
            .Take(Most)
            .Rows(db)
            .ToArrayAsync();
        return [.. rows.Select(row => T.ListRow(row, today))];
    }

    /// <summary>Associations the viewer speaks for, with their villages. One query, or none.</summary>
    public static async Task<IReadOnlyList<SpokenFor>> AssociationsAsync(BrinkDb db, Viewer viewer)
    {
        var roles = Speaking(viewer)
            .Where(r => r.OrganisationKind == OrganisationKind.Association)
            .ToLookup(r => (r.OrganisationId, r.OrganisationName), r => r.Villages);
        if (roles.Count == 0)
        {
            return [];
        }

        var ids = roles.SelectMany(role => role).SelectMany(villages => villages).Distinct().ToArray();
        var villages = await db
            .Villages.Where(v => ids.Contains(v.Id))
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new
            {
                v.Id,
                v.Subject!.Title,
                v.Subject.Slug,
            })
            .ToArrayAsync();
        return
        [
            .. roles.Select(role => new SpokenFor(
                role.Key.OrganisationName,
                PlacesLinks.Organisation(role.Key.OrganisationId, role.Key.OrganisationName),
                [
                    .. villages
                        .Where(v => role.Any(represented => represented.Contains(v.Id)))
                        .Select(v => new Crumb(v.Title, PlacesLinks.Village(v.Id, v.Slug))),
                ]
            )),
        ];
    }

    private static IEnumerable<HeldRole> Speaking(Viewer viewer) =>
        viewer.Roles.Where(r => viewer.SpeaksFor(r.OrganisationId));
}
