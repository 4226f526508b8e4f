using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Agreements;

public enum AgreementAct
{
    See,

    /// <summary>See the text that is being written or goes round, and what each party says of it.</summary>
    SeeOpen,

    /// <summary>Write, send round, take back, renew and end.</summary>
    Keep,

    /// <summary>For one of the parties.</summary>
    Sign,

    /// <summary>Enter a signature that was put on paper.</summary>
    Enter,
}

/// <summary>What deciding about access needs to know of an agreement.</summary>
/// <param name="Parties">Of every version, so that who left still reads what was signed.</param>
/// <param name="AtTheTable">Of the text that is open, or else of the one that holds.</param>
public sealed record AgreementStanding(
    Visibility Visibility,
    long KeeperId,
    IReadOnlyCollection<long> Parties,
    IReadOnlyCollection<long> AtTheTable
);

/// <summary>
/// Who may do what with an agreement. Until a text holds only its parties see it; nobody signs for another party, and for
/// the municipality only its executive signs.
/// </summary>
public static class AgreementAccess
{
    private static readonly Role[] Keeping = [Role.PolicyOfficer, Role.Liaison, Role.ExecutiveMember];

    public static bool May(this Viewer viewer, AgreementAct act, AgreementStanding agreement) =>
        act switch
        {
            AgreementAct.See => agreement.Visibility == Visibility.Public || IsOf(viewer, agreement, agreement.Parties),
            AgreementAct.SeeOpen => IsOf(viewer, agreement, agreement.AtTheTable),
            AgreementAct.Keep or AgreementAct.Enter => viewer.KeepsFor(agreement.KeeperId),
            AgreementAct.Sign => agreement.AtTheTable.Any(viewer.SignsFor),
            _ => false,
        };

    /// <summary>May put a signature for the organisation.</summary>
    public static bool SignsFor(this Viewer viewer, long organisationId) =>
        viewer.Roles.Any(r => r.OrganisationId == organisationId && r.OrganisationKind == OrganisationKind.Municipality)
            ? viewer.Roles.Any(r => r.OrganisationId == organisationId && r.Role == Role.ExecutiveMember)
            : viewer.AnswersFor(organisationId);

    /// <summary>The organisations for which the viewer may draw up an agreement.</summary>
    public static IReadOnlyList<HeldRole> KeepersOf(Viewer viewer) =>
        [
            .. viewer
                .Roles.Where(r =>
                    r.OrganisationKind is OrganisationKind.Municipality or OrganisationKind.Umbrella
                    && viewer.KeepsFor(r.OrganisationId)
                )
                .DistinctBy(r => r.OrganisationId),
        ];

    private static bool KeepsFor(this Viewer viewer, long organisationId) =>
        viewer.Roles.Any(r =>
            r.OrganisationId == organisationId
            && (
                r.OrganisationKind == OrganisationKind.Municipality
                    ? Keeping.Contains(r.Role)
                    : r.OrganisationKind == OrganisationKind.Umbrella && viewer.SpeaksFor(organisationId)
            )
        );

    private static bool IsOf(Viewer viewer, AgreementStanding agreement, IReadOnlyCollection<long> parties) =>
        viewer.KeepsFor(agreement.KeeperId)
        || parties.Any(id => viewer.AnswersFor(id) || viewer.SignsFor(id) || viewer.KeepsFor(id));
}
