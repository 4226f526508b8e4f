using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Developments;

public enum DevelopmentAct
{
    See,
    Edit,

    /// <summary>Make a signal, a shared concern or a next step of it.</summary>
    Act,
    Close,
}

/// <summary>What deciding about access needs to know of a development.</summary>
/// <param name="Members">Associations that are members of the umbrella today.</param>
public sealed record DevelopmentStanding(Visibility Visibility, long UmbrellaId, IReadOnlyCollection<long> Members);

/// <summary>The umbrella's board keeps the list; its member associations read what isn't public.</summary>
public static class DevelopmentAccess
{
    public static bool May(this Viewer viewer, DevelopmentAct act, DevelopmentStanding development) =>
        act switch
        {
            DevelopmentAct.See => development.Visibility == Visibility.Public
                || viewer.SpeaksFor(development.UmbrellaId)
                || development.Members.Any(viewer.SpeaksFor),
            _ => viewer.SpeaksFor(development.UmbrellaId),
        };

    /// <summary>The umbrellas for which the viewer keeps a list.</summary>
    public static IEnumerable<HeldRole> UmbrellasOf(Viewer viewer) =>
        viewer
            .Roles.Where(r => r.OrganisationKind == OrganisationKind.Umbrella && viewer.SpeaksFor(r.OrganisationId))
            .DistinctBy(r => r.OrganisationId);

    public static IQueryable<Development> VisibleTo(
        this IQueryable<Development> developments,
        BrinkDb db,
        Viewer viewer,
        DateOnly today
    )
    {
        var own = viewer.Roles.Select(r => r.OrganisationId).Where(viewer.SpeaksFor).Distinct().ToArray();
        return developments.Where(d =>
            d.Subject.Visibility == Visibility.Public
            || own.Contains(d.UmbrellaId)
            || db.Memberships.Any(m =>
                m.UmbrellaId == d.UmbrellaId
                && own.Contains(m.OrganisationId)
                && (m.From == null || m.From <= today)
                && (m.To == null || m.To >= today)
            )
        );
    }

    /// <summary>Two queries; null when there is no such development.</summary>
    public static async Task<DevelopmentStanding?> DevelopmentStandingAsync(
        this BrinkDb db,
        long id,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Developments.AsNoTracking()
            .Where(d => d.Id == id)
            .Select(d => new { d.Subject.Visibility, d.UmbrellaId })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var members = await db
            .Memberships.Where(m => m.UmbrellaId == found.UmbrellaId)
            .Where(m => (m.From == null || m.From <= today) && (m.To == null || m.To >= today))
            .Select(m => m.OrganisationId)
            .ToArrayAsync(cancellation);
        return new DevelopmentStanding(found.Visibility, found.UmbrellaId, members);
    }
}
