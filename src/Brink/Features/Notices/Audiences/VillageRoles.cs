using Brink.Features.Places;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Audiences;

/// <summary>Who stands for which village today: the contact persons of its associations, and its liaisons.</summary>
public sealed class VillageRoles
{
    private readonly IReadOnlyList<Holder> holders;

    private VillageRoles(IReadOnlyList<Holder> holders) => this.holders = holders;

    public static async Task<VillageRoles> LoadAsync(BrinkDb db, DateOnly today, CancellationToken cancellation) =>
        new(
            await db
                .RoleHoldings.AsNoTracking()
                .Where(h => h.Role == Role.ContactPerson || h.Role == Role.Liaison)
                .Where(h => h.From <= today && (h.To == null || h.To >= today))
                .Select(h => new Holder(
                    h.PersonId,
                    h.Role,
                    h.OrganisationId,
                    h.Organisation!.Kind,
                    h.VillageId,
                    db.Representations.Where(r =>
                            r.OrganisationId == h.OrganisationId
                            && (r.From == null || r.From <= today)
                            && (r.To == null || r.To >= today)
                        )
                        .Select(r => r.VillageId)
                        .ToArray()
                ))
                .ToArrayAsync(cancellation)
        );

    public IEnumerable<long> ContactPersonsFor(long villageId) =>
        holders
            .Where(h => h is { Role: Role.ContactPerson, Kind: OrganisationKind.Association })
            .Where(h => h.Represented.Contains(villageId) && (h.VillageId ?? villageId) == villageId)
            .Select(h => h.PersonId)
            .Distinct();

    public IEnumerable<long> ContactPersonsOf(long organisationId) =>
        holders
            .Where(h => h.Role == Role.ContactPerson && h.OrganisationId == organisationId)
            .Select(h => h.PersonId)
            .Distinct();

    /// <summary>The village's own liaison; where it has none, all liaisons, so that nothing lies unseen.</summary>
    public IEnumerable<long> LiaisonsFor(long villageId)
    {
        var liaisons = holders.Where(h => h.Role == Role.Liaison).ToArray();
        var own = liaisons.Where(h => h.VillageId == villageId).ToArray();
        return (own.Length > 0 ? own : liaisons).Select(h => h.PersonId).Distinct();
    }

    public IEnumerable<long> LiaisonsOf(IEnumerable<long> villageIds) => villageIds.SelectMany(LiaisonsFor).Distinct();

    private sealed record Holder(
        long PersonId,
        Role Role,
        long OrganisationId,
        OrganisationKind Kind,
        long? VillageId,
        long[] Represented
    );
}
