using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Advice;

public enum AdviceAct
{
    See,

    /// <summary>What was said between the two, and not only the outcome.</summary>
    SeeWords,

    /// <summary>Write and give it, say no, ask for another day, take it back: for the adviser.</summary>
    Advise,

    /// <summary>Say which day it is, or take the question back.</summary>
    Settle,

    /// <summary>Write and give the municipality's answer.</summary>
    Answer,
}

/// <summary>What deciding about access needs to know of an advice.</summary>
/// <param name="Dossier">Of the plan that lies in confidence, and only then.</param>
public sealed record AdviceStanding(
    Visibility Visibility,
    AdviceState State,
    bool IsAsked,
    long AdviserId,
    bool InConfidence,
    DossierStanding? Dossier
);

/// <summary>
/// Who may do what with advice. Until there is an outcome only both parties see it, so that nobody is pressed by who looks
/// on; what an association writes by itself only it sees. Advice on a plan in confidence is for the officers who work in
/// that plan and for the readers who speak for the adviser, and for nobody else.
/// </summary>
public static class AdviceAccess
{
    /// <summary>Who asks and who answers for the municipality.</summary>
    public static readonly Role[] Officials = [Role.Liaison, Role.PolicyOfficer, Role.ExecutiveMember];

    private static readonly Role[] Helping = [Role.CommunityWorker, Role.RuralDevelopmentWorker];

    public static bool MayAskAdvice(this Viewer viewer) => viewer.Roles.Any(r => Officials.Contains(r.Role));

    /// <summary>The organisations in whose name the viewer may advise.</summary>
    public static IReadOnlyList<HeldRole> Advisers(this Viewer viewer) =>
        [
            .. viewer
                .Roles.Where(r =>
                    r.OrganisationKind is OrganisationKind.Association or OrganisationKind.Umbrella
                    && viewer.SpeaksFor(r.OrganisationId)
                )
                .DistinctBy(r => r.OrganisationId),
        ];

    /// <summary>
    /// Who may type in what came on paper: the umbrella's secretary for its members, and welfare. Nobody of the
    /// municipality writes advice to the municipality.
    /// </summary>
    public static HeldRole? EntersAdvice(this Viewer viewer) =>
        viewer.Roles.FirstOrDefault(r =>
            (r.Role == Role.Secretary && r.OrganisationKind == OrganisationKind.Umbrella)
            || (Helping.Contains(r.Role) && r.OrganisationKind == OrganisationKind.Welfare)
        );

    public static bool May(this Viewer viewer, AdviceAct act, AdviceStanding advice)
    {
        var advises = Advises(viewer, advice);
        var official = advice.State != AdviceState.Writing && IsOfficial(viewer, advice);
        // What was thrown away before anybody read it stays with who wrote it.
        official &= advice.IsAsked || advice.State != AdviceState.Withdrawn;
        return act switch
        {
            AdviceAct.See => advice.Visibility == Visibility.Public || advises || official,
            AdviceAct.SeeWords => advises || official,
            AdviceAct.Advise => advises,
            AdviceAct.Settle => official && advice.IsAsked,
            AdviceAct.Answer => official,
            _ => false,
        };
    }

    private static bool Advises(Viewer viewer, AdviceStanding advice) =>
        advice.InConfidence
            ? advice.Dossier is { } dossier && viewer.ReaderOf(dossier, advice.AdviserId) is not null
            : viewer.SpeaksFor(advice.AdviserId);

    private static bool IsOfficial(Viewer viewer, AdviceStanding advice) =>
        advice.InConfidence
            ? advice.Dossier is { } dossier && viewer.May(DossierAct.Work, dossier)
            : viewer.MayAskAdvice();

    /// <summary>As whom the viewer reads the plan in confidence for this organisation.</summary>
    private static ReaderOf? ReaderOf(this Viewer viewer, DossierStanding dossier, long organisationId) =>
        viewer.PersonId is { } me && dossier.Visibility == Visibility.Restricted && viewer.SpeaksFor(organisationId)
            ? dossier.Readers?.FirstOrDefault(r => r.PersonId == me && r.OrganisationId == organisationId)
            : null;
}
