using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Initiatives;

public enum InitiativeAct
{
    See,

    /// <summary>Confirm for a sender without mail.</summary>
    ConfirmForSender,
    TakeIn,

    /// <summary>Find out how to reach those who carry it: through the association, or with their consent.</summary>
    Reach,
    BringColleagueIn,
    Ask,
    Reply,
    SayWhatIsNeeded,
    Answer,
    PostUpdate,
    MovePhase,
    Edit,
    Withdraw,

    /// <summary>Propose and accept ground rules for the initiators, for the municipality, or for an organisation that was asked.</summary>
    AgreeAsInitiators,
    AgreeAsMunicipality,
    AgreeAsPartner,
    KeepBudget,
}

/// <summary>What deciding about access needs to know of an initiative.</summary>
/// <param name="OnBehalfOfId">The association that handed it in for itself.</param>
/// <param name="EnteredForId">The organisation that typed it in for somebody.</param>
/// <param name="PartnerIds">Organisations that are party to its ground rules.</param>
public sealed record InitiativeStanding(
    Visibility Visibility,
    long VillageId,
    long? OnBehalfOfId,
    long? EnteredForId,
    IReadOnlyCollection<long> InitiatorIds,
    IReadOnlyCollection<long> ColleagueIds,
    IReadOnlyCollection<long> PartnerIds
)
{
    public static InitiativeStanding Of(Initiative initiative) =>
        new(
            initiative.Subject.Visibility,
            initiative.VillageId,
            initiative.Contribution?.OnBehalfOfId,
            initiative.Contribution?.EnteredForId,
            [.. initiative.Initiators.Select(i => i.PersonId)],
            [.. initiative.Colleagues.Select(c => c.PersonId)],
            [.. initiative.GroundRulesParties.Where(p => p.Until is null).Select(p => p.OrganisationId).OfType<long>()]
        );
}

/// <summary>Who may do what with an initiative. Pages, views and API ask here and nowhere else.</summary>
public static class InitiativeAccess
{
    public static bool May(this Viewer viewer, InitiativeAct act, InitiativeStanding initiative) =>
        act switch
        {
            InitiativeAct.See => initiative.Visibility switch
            {
                Visibility.Public => true,
                Visibility.Unconfirmed => IsInitiator(viewer, initiative)
                    || viewer.SpeaksForVillage(initiative.VillageId)
                    || viewer.Is(Role.Liaison),
                _ => IsInitiator(viewer, initiative) || viewer.Is(Role.Liaison),
            },
            InitiativeAct.ConfirmForSender => viewer.SpeaksForVillage(initiative.VillageId) || viewer.Is(Role.Liaison),
            // One liaison is fixed per village; another stands in during illness and holidays, openly in the journal.
            InitiativeAct.TakeIn or InitiativeAct.BringColleagueIn or InitiativeAct.Answer => viewer.Is(Role.Liaison),
            InitiativeAct.Ask
            or InitiativeAct.SayWhatIsNeeded
            or InitiativeAct.AgreeAsMunicipality
            or InitiativeAct.Reach => viewer.Is(Role.Liaison) || IsColleague(viewer, initiative),
            InitiativeAct.PostUpdate
            or InitiativeAct.Edit
            or InitiativeAct.Withdraw
            or InitiativeAct.Reply
            or InitiativeAct.AgreeAsInitiators
            or InitiativeAct.KeepBudget => IsInitiator(viewer, initiative),
            InitiativeAct.AgreeAsPartner => initiative.PartnerIds.Any(viewer.AnswersFor),
            InitiativeAct.MovePhase => IsInitiator(viewer, initiative) || viewer.Is(Role.Liaison),
            _ => false,
        };

    /// <summary>Carries it: as a person, for the association that handed it in, or for who had it entered.</summary>
    private static bool IsInitiator(Viewer viewer, InitiativeStanding initiative) =>
        (viewer.PersonId is { } person && initiative.InitiatorIds.Contains(person))
        || (initiative.OnBehalfOfId is { } association && viewer.SpeaksFor(association))
        || (initiative.EnteredForId is { } helper && viewer.SpeaksFor(helper));

    /// <summary>May speak for the organisation; welfare has no board, there everybody who works with villages may.</summary>
    public static bool AnswersFor(this Viewer viewer, long organisationId) =>
        viewer.SpeaksFor(organisationId)
        || viewer.Roles.Any(r => r.OrganisationId == organisationId && r.OrganisationKind == OrganisationKind.Welfare);

    /// <summary>Brought in by the liaison, and still working for the municipality.</summary>
    private static bool IsColleague(Viewer viewer, InitiativeStanding initiative) =>
        viewer.IsOfficial && viewer.PersonId is { } person && initiative.ColleagueIds.Contains(person);
}
