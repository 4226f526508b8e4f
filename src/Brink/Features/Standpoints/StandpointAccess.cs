using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Standpoints;

public enum StandpointAct
{
    See,
    Edit,
    OpenSigning,

    /// <summary>For one of the associations that are asked.</summary>
    React,

    /// <summary>Type in what an association sent on paper or told.</summary>
    Enter,
    Send,
    Withdraw,
    Answer,
}

/// <summary>What deciding about access needs to know of a standpoint.</summary>
/// <param name="Members">The umbrella's members today.</param>
/// <param name="Invited">All that were ever asked, so that who is a moment too late reads why.</param>
public sealed record StandpointStanding(
    Visibility Visibility,
    long UmbrellaId,
    IReadOnlyCollection<long> Members,
    IReadOnlyCollection<long> Invited
);

/// <summary>
/// Who may do what with a standpoint. Until it is sent only the umbrella and its members see it: villages must be able
/// to disagree among themselves before the municipality reads along. Nobody of the municipality speaks for a village.
/// </summary>
public static class StandpointAccess
{
    public static bool May(this Viewer viewer, StandpointAct act, StandpointStanding standpoint) =>
        act switch
        {
            StandpointAct.See => standpoint.Visibility == Visibility.Public
                || viewer.SpeaksFor(standpoint.UmbrellaId)
                || standpoint.Members.Concat(standpoint.Invited).Any(viewer.SpeaksFor),
            StandpointAct.Edit or StandpointAct.OpenSigning or StandpointAct.Send or StandpointAct.Withdraw =>
                viewer.SpeaksFor(standpoint.UmbrellaId),
            StandpointAct.React => standpoint.Invited.Any(viewer.SpeaksFor),
            StandpointAct.Enter => viewer.Roles.Any(r =>
                r.Role == Role.Secretary && r.OrganisationId == standpoint.UmbrellaId
            ),
            StandpointAct.Answer => viewer.Roles.Any(r => Answering.Contains(r.Role)),
            _ => false,
        };

    /// <summary>The paper may hold names and signatures: for the umbrella's board and that association, and nobody else.</summary>
    public static bool MaySeeScan(this Viewer viewer, StandpointStanding standpoint, long associationId) =>
        viewer.SpeaksFor(standpoint.UmbrellaId) || viewer.SpeaksFor(associationId);

    /// <summary>The umbrellas for which the viewer may write.</summary>
    public static IReadOnlyList<HeldRole> Umbrellas(this Viewer viewer) =>
        [
            .. viewer
                .Roles.Where(r => r.OrganisationKind == OrganisationKind.Umbrella && viewer.SpeaksFor(r.OrganisationId))
                .DistinctBy(r => r.OrganisationId),
        ];

    /// <summary>Who answers for the municipality.</summary>
    public static readonly Role[] Answering = [Role.Liaison, Role.PolicyOfficer, Role.ExecutiveMember];
}
