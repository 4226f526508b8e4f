using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Exchange;

public enum HelpAct
{
    See,

    /// <summary>Read the answers, accept, thank, finish, withdraw.</summary>
    Handle,

    /// <summary>Ask the administrator to give a new board member the role.</summary>
    HandOver,
}

/// <summary>What deciding about access needs to know.</summary>
/// <param name="AskerId">Who asked or offered.</param>
/// <param name="OnBehalfOfId">The association that did it for itself.</param>
/// <param name="EnteredForId">The organisation that typed it in for somebody.</param>
public sealed record HelpStanding(
    Visibility Visibility,
    HelpKind Kind,
    long? AskerId,
    long? OnBehalfOfId,
    long? EnteredForId
);

/// <summary>Who may do what with a need or an offer, and with the answers to it.</summary>
public static class HelpAccess
{
    public static bool May(this Viewer viewer, HelpAct act, HelpStanding help) =>
        act switch
        {
            HelpAct.See => help.Visibility == Visibility.Public || Asked(viewer, help),
            HelpAct.Handle => Asked(viewer, help),
            HelpAct.HandOver => help.Kind == HelpKind.BoardMember
                && (Asked(viewer, help) || viewer.Is(Role.Administrator)),
            _ => false,
        };

    /// <summary>Who answered reads the own answer; who asked reads all.</summary>
    public static bool MayReadResponse(this Viewer viewer, HelpStanding help, long responderId) =>
        viewer.PersonId == responderId || Asked(viewer, help);

    /// <summary>Only who answered takes an answer back.</summary>
    public static bool MayStepBack(this Viewer viewer, long responderId) => viewer.PersonId == responderId;

    private static bool Asked(Viewer viewer, HelpStanding help) =>
        help.OnBehalfOfId is { } association
            ? viewer.SpeaksFor(association)
            : (viewer.PersonId is { } person && help.AskerId == person)
                || (help.EnteredForId is { } helper && viewer.SpeaksForOrWorksAt(helper));

    /// <summary>Liaison and welfare enter for others without a board's role.</summary>
    private static bool SpeaksForOrWorksAt(this Viewer viewer, long organisationId) =>
        viewer.SpeaksFor(organisationId)
        || viewer.Roles.Any(r =>
            r.OrganisationId == organisationId
            && r.Role is Role.Liaison or Role.CommunityWorker or Role.YouthWorker or Role.RuralDevelopmentWorker
        );
}
