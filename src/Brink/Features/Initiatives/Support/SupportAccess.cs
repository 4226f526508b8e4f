using Brink.Features.Accounts;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Initiatives.Support;

public enum SupportAct
{
    Back,
    Voice,
    AnswerConcern,

    /// <summary>Say as an association what it thinks.</summary>
    Endorse,

    /// <summary>Enter a backing or concern for somebody who telephoned or wrote.</summary>
    EnterForSomeone,

    /// <summary>Enter a list of signatures on paper.</summary>
    EnterPaper,
    CountPaper,
}

/// <summary>What deciding about one list on paper needs to know of it.</summary>
public sealed record TallyStanding(TallyState State, long? EnteredById, IReadOnlyCollection<long> CounterIds);

/// <summary>Who may do what about the support for an initiative. Pages and views ask here and nowhere else.</summary>
public static class SupportAccess
{
    /// <summary>Support is for what everybody can see: before that and after withdrawal nobody may anything.</summary>
    public static bool May(this Viewer viewer, SupportAct act, InitiativeStanding initiative) =>
        initiative.Visibility == Visibility.Public
        && act switch
        {
            // Whoever carries it supports it already, and answers the concerns.
            SupportAct.Back or SupportAct.Voice => viewer.PersonId is not { } person
                || !initiative.InitiatorIds.Contains(person),
            SupportAct.AnswerConcern => viewer.May(InitiativeAct.Reply, initiative),
            SupportAct.Endorse => viewer.Endorses(initiative).Any(),
            SupportAct.EnterForSomeone => viewer.Assists(initiative).Any(),
            SupportAct.EnterPaper => viewer.May(InitiativeAct.Reply, initiative)
                || viewer.SpeaksForVillage(initiative.VillageId),
            SupportAct.CountPaper => viewer.May(InitiativeAct.Reply, initiative)
                || viewer.SpeaksForVillage(initiative.VillageId)
                || viewer.Is(Role.Liaison),
            _ => false,
        };

    /// <summary>Associations the viewer may speak for about this initiative: not the one that brought it in.</summary>
    public static IEnumerable<HeldRole> Endorses(this Viewer viewer, InitiativeStanding initiative) =>
        viewer
            .Roles.Where(r =>
                r.OrganisationKind == OrganisationKind.Association
                && Viewer.SpeakingRoles.Contains(r.Role)
                && r.OrganisationId != initiative.OnBehalfOfId
            )
            .DistinctBy(r => r.OrganisationId);

    /// <summary>Organisations for which the viewer may enter what somebody of this village said.</summary>
    public static IEnumerable<HeldRole> Assists(this Viewer viewer, InitiativeStanding initiative) =>
        Assisting
            .RolesOf(viewer)
            .Where(r => Assisting.May(viewer, r.OrganisationId, initiative.VillageId))
            .DistinctBy(r => r.OrganisationId);

    /// <summary>
    /// The scan holds names and signatures: for who entered it, the initiators, who counted it and the village's
    /// association; a liaison sees it as long as a count is needed.
    /// </summary>
    public static bool MaySeeScan(this Viewer viewer, InitiativeStanding initiative, TallyStanding tally) =>
        tally.State != TallyState.Withdrawn
        && initiative.Visibility == Visibility.Public
        && viewer.PersonId is { } person
        && (
            person == tally.EnteredById
            || tally.CounterIds.Contains(person)
            || viewer.May(SupportAct.EnterPaper, initiative)
            || (tally.State != TallyState.Counted && viewer.May(SupportAct.CountPaper, initiative))
        );

    /// <summary>Takes a list away that was entered by mistake.</summary>
    public static bool MayWithdraw(this Viewer viewer, InitiativeStanding initiative, TallyStanding tally) =>
        initiative.Visibility == Visibility.Public
        && viewer.PersonId is { } person
        && (person == tally.EnteredById || viewer.May(InitiativeAct.Reply, initiative));
}
