using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Promises;

public enum PromiseAct
{
    See,
    Keep,
    Release,
}

/// <summary>What deciding about access needs to know of a promise.</summary>
public sealed record PromiseStanding(
    Visibility Visibility,
    PromiseKind Kind,
    PromiseState State,
    Party By,
    Party To,
    IReadOnlyCollection<long> Villages
)
{
    public static PromiseStanding Of(Promise promise) =>
        new(
            promise.Subject!.Visibility,
            promise.Kind,
            promise.State,
            new(promise.ByOrganisationId, promise.ByPersonId),
            new(promise.ToOrganisationId, promise.ToPersonId),
            [.. promise.Subject.Villages.Select(v => v.VillageId)]
        );
}

/// <summary>
/// Who may end a promise by hand. A service term ends by doing it: only whoever waits for it can let it go. What was
/// agreed is kept by its maker, and either side can let it go, with a reason that everyone reads.
/// </summary>
public static class PromiseAccess
{
    public static bool May(this Viewer viewer, PromiseAct act, PromiseStanding promise) =>
        act switch
        {
            PromiseAct.See => promise.Visibility == Visibility.Public,
            _ when promise.Visibility != Visibility.Public || promise.State != PromiseState.Open => false,
            PromiseAct.Keep => promise.Kind == PromiseKind.Agreed && Is(viewer, promise.By),
            PromiseAct.Release => Is(viewer, promise.To)
                || (promise.Kind == PromiseKind.Agreed && Is(viewer, promise.By)),
            _ => false,
        };

    private static bool Is(Viewer viewer, Party party) =>
        viewer.IsSignedIn
        && (
            party.OrganisationId is { } organisation
                ? viewer.SpeaksFor(organisation)
                    || viewer.Roles.Any(r => r.Role == Role.Liaison && r.OrganisationId == organisation)
                : party.PersonId == viewer.PersonId
        );
}
