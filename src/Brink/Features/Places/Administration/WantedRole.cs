using System.Globalization;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>A role in a village for which somebody is looked for; goes along in the address.</summary>
public sealed record WantedRole(Role Role, long VillageId)
{
    private const string RoleKey = "rol";
    private const string VillageKey = "dorp";

    public string Query => "?" + string.Join('&', Fields.Select(pair => $"{pair.Key}={pair.Value}"));

    public IReadOnlyList<KeyValuePair<string, string>> Fields =>
        [new(RoleKey, Role.ToString()), new(VillageKey, VillageId.ToString(CultureInfo.InvariantCulture))];

    public static WantedRole For(ContactSide side, long villageId) =>
        new(
            side switch
            {
                ContactSide.Municipality => Role.Liaison,
                ContactSide.Association => Role.ContactPerson,
                _ => Role.CommunityWorker,
            },
            villageId
        );

    public static WantedRole? Read(IQueryCollection query) =>
        Enum.TryParse<Role>(query[RoleKey], out var role)
        && Enum.IsDefined(role)
        && long.TryParse(query[VillageKey], NumberStyles.None, CultureInfo.InvariantCulture, out var village)
            ? new WantedRole(role, village)
            : null;

    /// <summary>Where the role would be held; null when there is more than one place for it, or none.</summary>
    public async Task<long?> OrganisationAsync(BrinkDb db, DateOnly today, CancellationToken cancellation)
    {
        var fitting = (
            await db
                .Organisations.AsNoTracking()
                .Where(o => o.EndedAt == null)
                .Where(o =>
                    Role != Role.ContactPerson
                    || o.Represents.Any(r =>
                        r.VillageId == VillageId
                        && (r.From == null || r.From <= today)
                        && (r.To == null || r.To >= today)
                    )
                )
                .Select(o => new { o.Id, o.Kind })
                .ToArrayAsync(cancellation)
        )
            .Where(o => Role.Fits(o.Kind))
            .ToArray();
        return fitting.Length == 1 ? fitting[0].Id : null;
    }
}
