using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives;

/// <summary>Who sits at the table where ground rules are agreed (I4).</summary>
public partial class Initiative
{
    /// <summary>More parties than this don't sit at one table.</summary>
    public const int MostRulesParties = 12;

    /// <summary>An organisation is asked to the table: from now on it must accept too, also what is proposed already.</summary>
    public Outcome AskAsParty(long organisationId, Actor actor)
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (organisationId == Contribution?.OnBehalfOfId)
        {
            return Outcome.Refuse("Organisation", "Deze organisatie doet al mee als initiatiefnemer.");
        }

        if (PartyOf(RulesPartyKind.Organisation, organisationId) is not null)
        {
            return Outcome.Refuse("Organisation", "Deze organisatie is al partij.");
        }

        if (GroundRulesParties.Count(p => p.Until is null) >= MostRulesParties)
        {
            return Outcome.Refuse("Organisation", "Er zijn al {0} partijen. Meer kan niet.", MostRulesParties);
        }

        SeatFor(RulesPartyKind.Initiators, actor);
        SeatFor(RulesPartyKind.Municipality, actor);
        GroundRulesParties.Add(
            new GroundRulesParty
            {
                Kind = RulesPartyKind.Organisation,
                OrganisationId = organisationId,
                Since = actor.At,
            }
        );
        if (ProposedRules is { } open)
        {
            open.Turn++;
        }

        Subject.Happened(GroundRulesVerbs.PartyJoined, actor, ("organisation", organisationId));
        return Outcome.Done;
    }

    /// <summary>A further organisation leaves the table. When only its word was missing, the proposal holds from now on.</summary>
    public Outcome LeaveAsParty(long partyId, Actor actor)
    {
        if (Intake == IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        var party = GroundRulesParties.Find(p => p.Id == partyId);
        if (party is not { Kind: RulesPartyKind.Organisation, Until: null })
        {
            return Outcome.Refuse("", "Deze organisatie is geen partij meer.");
        }

        party.Until = actor.At;
        Subject.Happened(
            GroundRulesVerbs.PartyLeft,
            actor,
            ("organisation", party.OrganisationId!.Value),
            ("party", party.Id)
        );
        if (ProposedRules is { } open)
        {
            open.Turn++;
            if (open.IsOf(party))
            {
                Close(open, RulesState.Withdrawn, actor);
            }
            else
            {
                BringIntoForce(open, actor);
            }
        }

        return Outcome.Done;
    }

    private GroundRulesParty? PartyOf(RulesPartyKind kind, long? organisationId) =>
        GroundRulesParties.Find(p => p.Kind == kind && p.OrganisationId == organisationId && p.Until is null);

    /// <summary>The initiators and the municipality are parties from the first proposal on.</summary>
    private GroundRulesParty SeatFor(RulesPartyKind kind, Actor actor)
    {
        if (PartyOf(kind, null) is { } seated)
        {
            return seated;
        }

        var party = new GroundRulesParty { Kind = kind, Since = actor.At };
        GroundRulesParties.Add(party);
        return party;
    }

    private static string NoParty() => Texts.Mark("U spreekt niet meer voor een van de partijen.");
}
