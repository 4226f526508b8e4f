using Brink.Features.Accounts;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>
/// Somebody who acts for an organisation, at the moment the role may end. Both meet at the row of the role: if the act
/// is saved first, its promise still moves to the successor; if the role ends first, the act is tried anew and refused.
/// </summary>
public static class RoleAtHand
{
    /// <returns>The viewer with the roles as they are now; the same where no organisation is acted for.</returns>
    public static async Task<Viewer> HoldAsync(
        BrinkDb db,
        Viewer viewer,
        long? organisationId,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        if (organisationId is not { } organisation || viewer.PersonId is not { } me)
        {
            return viewer;
        }

        var held = await db
            .RoleHoldings.Where(h => h.PersonId == me && h.OrganisationId == organisation)
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .OrderBy(h => h.Id)
            .ToArrayAsync(cancellation);
        foreach (var holding in held)
        {
            // Written as it was read: whoever changed it since has changed its version too.
            db.Entry(holding).Property(h => h.To).IsModified = true;
        }

        return await ViewerQueries.LoadAsync(db, me, today, cancellation);
    }
}
