using Brink.Features.Accounts;
using Brink.Features.Places;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Who may enter an idea for somebody who telephoned or wrote on paper (T3).</summary>
public static class Assisting
{
    private static readonly Role[] HelpingRoles =
    [
        Role.Liaison,
        Role.CommunityWorker,
        Role.YouthWorker,
        Role.RuralDevelopmentWorker,
    ];

    /// <summary>A liaison, or who does so by profession.</summary>
    public static bool HelpsEverywhere(Viewer viewer) => viewer.Roles.Any(r => HelpingRoles.Contains(r.Role));

    public static bool May(Viewer viewer) => RolesOf(viewer).Any();

    /// <summary>An association helps in the villages it represents; liaison and welfare help everywhere.</summary>
    public static bool May(Viewer viewer, long organisationId, long villageId) =>
        RolesOf(viewer)
            .Any(r =>
                r.OrganisationId == organisationId && (HelpingRoles.Contains(r.Role) || r.Villages.Contains(villageId))
            );

    /// <summary>The organisations the viewer may enter for.</summary>
    public static IEnumerable<HeldRole> RolesOf(Viewer viewer) =>
        viewer.Roles.Where(r =>
            HelpingRoles.Contains(r.Role)
            || (r.OrganisationKind == OrganisationKind.Association && Viewer.SpeakingRoles.Contains(r.Role))
        );
}
