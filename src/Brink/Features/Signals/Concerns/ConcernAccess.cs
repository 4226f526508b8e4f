using Brink.Features.Accounts;
using Brink.Features.Places;

namespace Brink.Features.Signals.Concerns;

public enum ConcernAct
{
    /// <summary>Give a name to what plays in more villages.</summary>
    Name,
    Gather,
    Edit,
}

/// <summary>Who gathers signals under one name: the umbrella, or a liaison. Either may go on with what the other named.</summary>
public static class ConcernAccess
{
    public static bool May(this Viewer viewer, ConcernAct act) => Enum.IsDefined(act) && KeepersOf(viewer).Any();

    /// <summary>The organisations for which the viewer may do so.</summary>
    public static IEnumerable<HeldRole> KeepersOf(Viewer viewer) =>
        viewer
            .Roles.Where(r =>
                r.Role == Role.Liaison
                || (r.OrganisationKind == OrganisationKind.Umbrella && Viewer.SpeakingRoles.Contains(r.Role))
            )
            .DistinctBy(r => r.OrganisationId);
}
