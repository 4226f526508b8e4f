using Brink.Features.Places;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>
/// Who must do what an organisation promised, today: the person it was given to while that person still holds a role
/// there, else the liaison of the village, the contact person or the chair.
/// </summary>
public sealed class PromiseKeepers
{
    private readonly IReadOnlyList<Held> held;

    private PromiseKeepers(IReadOnlyList<Held> held) => this.held = held;

    public static async Task<PromiseKeepers> LoadAsync(BrinkDb db, DateOnly today, CancellationToken cancellation) =>
        new(
            await db
                .RoleHoldings.AsNoTracking()
                .Where(h => h.From <= today && (h.To == null || h.To >= today))
                .Select(h => new Held(h.PersonId, h.Role, h.OrganisationId, h.VillageId))
                .ToArrayAsync(cancellation)
        );

    /// <param name="villages">The villages the promise's subject is about.</param>
    public IReadOnlyList<long> Of(long? organisationId, long? personId, IReadOnlyCollection<long> villages)
    {
        var there = held.Where(h => h.OrganisationId == organisationId).ToArray();
        if (personId is { } person && (organisationId is null || there.Any(h => h.PersonId == person)))
        {
            return [person];
        }

        Held[][] inOrder =
        [
            [.. there.Where(h => h.Role == Role.Liaison && h.VillageId is { } own && villages.Contains(own))],
            [.. there.Where(h => h.Role == Role.Liaison)],
            [.. there.Where(h => h.Role == Role.ContactPerson)],
            [.. there.Where(h => h.Role == Role.Chair)],
            there,
        ];
        return [.. (inOrder.FirstOrDefault(some => some.Length > 0) ?? []).Select(h => h.PersonId).Distinct()];
    }

    private sealed record Held(long PersonId, Role Role, long OrganisationId, long? VillageId);
}
