using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Requests;

public enum RequestAct
{
    See,

    /// <summary>What was said between the two, and not only the outcome.</summary>
    SeeWords,
    Answer,

    /// <summary>Agree with a proposal of the association, or take the request back.</summary>
    Settle,
}

/// <summary>What deciding about access needs to know of a request.</summary>
public sealed record RequestStanding(Visibility Visibility, long AssociationId, long? AskerId);

/// <summary>
/// Who may do what with a request. Until it is answered only both parties see it, so that nobody is pressed by who looks
/// on; after that everyone sees the outcome, and only the parties the words.
/// </summary>
public static class RequestAccess
{
    private static readonly Role[] Asking = [Role.Liaison, Role.PolicyOfficer, Role.BudgetHolder, Role.ExecutiveMember];

    /// <summary>Any official who works with villages may ask; the village's liaison hears of it and sees all.</summary>
    public static bool MayAsk(this Viewer viewer) => viewer.Roles.Any(r => Asking.Contains(r.Role));

    public static bool May(this Viewer viewer, RequestAct act, RequestStanding request) =>
        act switch
        {
            RequestAct.See => request.Visibility == Visibility.Public || IsParty(viewer, request),
            RequestAct.SeeWords => IsParty(viewer, request),
            RequestAct.Answer => viewer.SpeaksFor(request.AssociationId),
            RequestAct.Settle => viewer.Is(Role.Liaison)
                || (viewer.MayAsk() && viewer.PersonId is { } person && person == request.AskerId),
            _ => false,
        };

    private static bool IsParty(Viewer viewer, RequestStanding request) =>
        viewer.SpeaksFor(request.AssociationId) || viewer.MayAsk();
}
