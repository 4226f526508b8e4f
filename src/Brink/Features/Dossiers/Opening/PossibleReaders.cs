using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Opening;

/// <summary>Who may be asked to read in confidence: those who speak for an umbrella or for an association.</summary>
public sealed record PossibleReader(long PersonId, string Name, Role Role, long OrganisationId, string Organisation)
{
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{PersonId}-{OrganisationId}");

    public DossierReader Row() =>
        new()
        {
            PersonId = PersonId,
            OrganisationId = OrganisationId,
            Role = Role,
        };
}

public static class PossibleReaders
{
    /// <summary>The umbrellas first, then the associations of these villages, or of all. One query.</summary>
    /// <param name="villageIds">None is all of them.</param>
    public static async Task<IReadOnlyList<PossibleReader>> OfAsync(
        BrinkDb db,
        IReadOnlyCollection<long> villageIds,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var all = villageIds.Count == 0;
        var rows = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => Viewer.SpeakingRoles.Contains(h.Role))
            .Where(h => h.From <= today && (h.To == null || h.To >= today) && h.Organisation!.EndedAt == null)
            .Where(h =>
                h.Organisation!.Kind == OrganisationKind.Umbrella
                || (
                    h.Organisation.Kind == OrganisationKind.Association
                    && (
                        all
                        || db.Representations.Any(r =>
                            r.OrganisationId == h.OrganisationId
                            && villageIds.Contains(r.VillageId)
                            && (r.From == null || r.From <= today)
                            && (r.To == null || r.To >= today)
                        )
                    )
                )
            )
            .Select(h => new
            {
                h.PersonId,
                Person = h.Person!.Name,
                h.Role,
                h.OrganisationId,
                h.Organisation!.Kind,
                h.Organisation.Name,
            })
            .ToArrayAsync(cancellation);
        return
        [
            .. rows.OrderBy(r => r.Kind != OrganisationKind.Umbrella)
                .ThenBy(r => r.Name, StringComparer.CurrentCulture)
                .ThenBy(r => r.Role)
                .ThenBy(r => r.Person, StringComparer.CurrentCulture)
                .DistinctBy(r => (r.PersonId, r.OrganisationId))
                .Select(r => new PossibleReader(r.PersonId, r.Person, r.Role, r.OrganisationId, r.Name)),
        ];
    }
}
