using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Promises;

public enum PromiseAct
{
    See,

    /// <summary>Say yes to what was asked.</summary>
    Accept,

    /// <summary>Say no to what was asked, or take the question back.</summary>
    Decline,

    /// <summary>Propose another day.</summary>
    Move,

    /// <summary>Agree to another day, or not.</summary>
    DecideMove,
    TakeMoveBack,
    Keep,
    Release,
}

/// <summary>What deciding about access needs to know of a promise.</summary>
/// <param name="OpenMove">Which side proposed another day that waits for an answer; null when none did.</param>
/// <param name="Carriers">Those who carry what it is about; together they are the resident's side.</param>
public sealed record PromiseStanding(
    Visibility Visibility,
    PromiseKind Kind,
    PromiseState State,
    Party By,
    Party To,
    IReadOnlyCollection<long> Villages,
    PromiseSide? OpenMove,
    SubjectCarriers Carriers
)
{
    /// <param name="promise">With its moves, its subject and the subject's villages.</param>
    public static PromiseStanding Of(Promise promise, SubjectCarriers carriers) =>
        new(
            promise.Subject!.Visibility,
            promise.Kind,
            promise.State,
            new(promise.ByOrganisationId, promise.ByPersonId),
            new(promise.ToOrganisationId, promise.ToPersonId),
            PromiseQueries.VillagesOf(promise.Subject),
            promise.OpenMove?.ProposedBy,
            carriers
        );

    public Party Of(PromiseSide side) => side == PromiseSide.By ? By : To;
}

/// <summary>
/// Who may do what with a promise. What was asked is answered by the side that was asked. A service term ends by doing
/// it: only whoever waits for it can let it go, and its day stands. What was agreed is kept by its maker; either side
/// proposes another day, to which the other agrees, or lets it go with a reason that everyone reads.
/// </summary>
public static class PromiseAccess
{
    /// <summary>Roles in which somebody may bind the organisation, or ask for it. A councillor and an administrator may not.</summary>
    public static readonly Role[] PromisingRoles =
    [
        .. Viewer.SpeakingRoles,
        Role.Liaison,
        Role.PolicyOfficer,
        Role.BudgetHolder,
        Role.ExecutiveMember,
        Role.CommunityWorker,
        Role.YouthWorker,
        Role.RuralDevelopmentWorker,
    ];

    public static bool May(this Viewer viewer, PromiseAct act, PromiseStanding promise) =>
        act switch
        {
            PromiseAct.See => promise.Visibility == Visibility.Public || viewer.IsEitherUnseen(promise),
            _ when promise.Visibility != Visibility.Public && !viewer.IsEitherUnseen(promise) => false,
            PromiseAct.Accept => promise.State == PromiseState.Proposed && viewer.Is(PromiseSide.By, promise),
            PromiseAct.Decline => promise.State == PromiseState.Proposed && viewer.IsEither(promise),
            _ when promise.State != PromiseState.Open => false,
            PromiseAct.Keep => promise.Kind == PromiseKind.Agreed && viewer.Is(PromiseSide.By, promise),
            PromiseAct.Release => viewer.Is(PromiseSide.To, promise)
                || (promise.Kind == PromiseKind.Agreed && viewer.Is(PromiseSide.By, promise)),
            PromiseAct.Move => promise is { Kind: PromiseKind.Agreed, OpenMove: null } && viewer.IsEither(promise),
            PromiseAct.DecideMove => promise.OpenMove is { } side && viewer.Is(Other(side), promise),
            PromiseAct.TakeMoveBack => promise.OpenMove is { } side && viewer.Is(side, promise),
            _ => false,
        };

    /// <summary>May promise something for the organisation, or ask something for it.</summary>
    public static bool MayPromiseFor(this Viewer viewer, long organisationId) =>
        viewer.Roles.Any(r => r.OrganisationId == organisationId && PromisingRoles.Contains(r.Role));

    /// <summary>May promise or ask for anybody at all, whatever it is about.</summary>
    public static bool MayPromise(this Viewer viewer) => viewer.Roles.Any(r => PromisingRoles.Contains(r.Role));

    /// <summary>Is that side of the promise, or acts for it.</summary>
    public static bool Is(this Viewer viewer, PromiseSide side, PromiseStanding promise)
    {
        var party = promise.Of(side);
        return viewer.IsSignedIn
            && (
                party.OrganisationId is { } organisation
                    ? viewer.MayPromiseFor(organisation)
                    : party.PersonId is { } person
                        && (
                            person == viewer.PersonId
                            || (promise.Carriers.People.Contains(person) && promise.Carriers.IsOne(viewer))
                        )
            );
    }

    public static bool IsEither(this Viewer viewer, PromiseStanding promise) =>
        viewer.Is(PromiseSide.By, promise) || viewer.Is(PromiseSide.To, promise);

    /// <summary>One of both sides of what others don't see.</summary>
    private static bool IsEitherUnseen(this Viewer viewer, PromiseStanding promise) =>
        promise.Visibility == Visibility.Restricted && viewer.IsEither(promise);

    public static PromiseSide Other(PromiseSide side) => side == PromiseSide.By ? PromiseSide.To : PromiseSide.By;
}
