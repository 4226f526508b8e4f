using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places;

namespace Brink.Features.Rounds;

public enum RoundAct
{
    /// <summary>Read documents, rounds, public reactions and answers.</summary>
    See,

    /// <summary>Enter what somebody said on paper, by telephone or in a meeting.</summary>
    EnterForSomeone,

    /// <summary>Write documents, open, extend and finish rounds, and answer.</summary>
    Work,

    /// <summary>Read an answer before it is given, and give it.</summary>
    ReadAlong,
}

/// <summary>What deciding about access needs to know of one reaction.</summary>
/// <param name="EnteredForId">The organisation whose role allowed entering it for somebody.</param>
public sealed record ReactionStanding(
    ReactionState State,
    long PersonId,
    long? OrganisationId,
    long? EnteredById,
    long? EnteredForId
);

/// <summary>
/// Who may do what with documents, rounds and reactions. Whoever may read the dossier may react; who works in the dossier
/// answers; a liaison may read along with an officer, so that two people look at it also where there is one officer.
/// </summary>
public static class RoundAccess
{
    public static bool May(this Viewer viewer, RoundAct act, DossierStanding dossier) =>
        viewer.May(DossierAct.See, dossier)
        && act switch
        {
            RoundAct.See => true,
            RoundAct.EnterForSomeone => viewer.MayEnterReactions().Any(),
            RoundAct.Work => viewer.May(DossierAct.Work, dossier),
            RoundAct.ReadAlong => viewer.May(DossierAct.Work, dossier)
                || viewer.Roles.Any(r => r.Role == Role.Liaison && r.OrganisationId == dossier.OrganisationId),
            _ => false,
        };

    /// <summary>A picture or an original of a document: with the version it stands in; before that, for who works on it.</summary>
    public static bool MaySeePart(this Viewer viewer, DossierStanding dossier, bool isPublished) =>
        viewer.May(isPublished ? RoundAct.See : RoundAct.Work, dossier);

    /// <summary>Without a session only where the round says that a mail address is enough.</summary>
    public static bool MayReact(this Viewer viewer, bool mailIsEnough) => viewer.IsSignedIn || mailIsEnough;

    /// <summary>Associations and umbrellas the viewer may speak for.</summary>
    public static IEnumerable<HeldRole> MaySpeakInRounds(this Viewer viewer) =>
        viewer
            .Roles.Where(r =>
                r.OrganisationKind is OrganisationKind.Association or OrganisationKind.Umbrella
                && Viewer.SpeakingRoles.Contains(r.Role)
            )
            .DistinctBy(r => r.OrganisationId);

    /// <summary>Organisations for which the viewer may enter what somebody else said.</summary>
    public static IEnumerable<HeldRole> MayEnterReactions(this Viewer viewer) =>
        Assisting.RolesOf(viewer).DistinctBy(r => r.OrganisationId);

    /// <summary>Change it, take it back, and read its answer with what was said to this person alone.</summary>
    public static bool Owns(this Viewer viewer, ReactionStanding reaction) =>
        viewer.PersonId is { } me
        && reaction.State != ReactionState.AwaitingConfirmation
        && (
            reaction.OrganisationId is { } organisation
                ? viewer.SpeaksFor(organisation) || viewer.StillHelpsWith(reaction)
                : reaction.PersonId == me || viewer.StillHelpsWith(reaction)
        );

    /// <summary>Entered it, in a role that is still held.</summary>
    public static bool StillHelpsWith(this Viewer viewer, ReactionStanding reaction) =>
        viewer.PersonId is { } me
        && reaction.EnteredById == me
        && viewer.MayEnterReactions().Any(r => r.OrganisationId == reaction.EnteredForId);

    /// <summary>A liaison or welfare worker enters for any association, others for their own.</summary>
    public static bool MayEnterFor(this Viewer viewer, long associationId) =>
        Assisting.HelpsEverywhere(viewer) || viewer.SpeaksFor(associationId);

    /// <summary>What was sent along may name people: for who brought it and who answers.</summary>
    public static bool MaySeeFile(this Viewer viewer, DossierStanding dossier, ReactionStanding reaction) =>
        viewer.May(DossierAct.See, dossier)
        && reaction.State is ReactionState.Standing or ReactionState.Answered
        && (viewer.Owns(reaction) || viewer.May(RoundAct.ReadAlong, dossier));
}
