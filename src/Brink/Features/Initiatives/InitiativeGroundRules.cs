using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives;

/// <summary>
/// Ground rules (I4), and with them whose it is (I2): one side proposes, every party accepts that very version, and
/// until then all goes on under the last one accepted.
/// </summary>
public partial class Initiative
{
    public GroundRulesVersion? ProposedRules => GroundRulesVersions.FirstOrDefault(v => v.State == RulesState.Proposed);

    /// <summary>What holds in a phase: its own rules, else those for all phases.</summary>
    public GroundRulesVersion? RulesIn(Phase phase) => RulesInForce(phase) ?? RulesInForce(null);

    /// <summary>
    /// A party proposes a version and accepts it with that. A proposal that lay open is replaced: taken back where it
    /// was the party's own, else refused.
    /// </summary>
    public Outcome ProposeRules(
        RulesProposal proposal,
        RulesPartyKind kind,
        long? organisationId,
        Contribution provenance,
        Actor actor
    )
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (proposal.Seen != LatestRulesNumber)
        {
            return Outcome.Refuse(
                "",
                "Intussen is er een andere versie van de spelregels voorgesteld. Lees die eerst. Uw eigen tekst staat hieronder nog."
            );
        }

        var party = kind == RulesPartyKind.Organisation ? PartyOf(kind, organisationId) : SeatFor(kind, actor);
        if (party is null)
        {
            return Outcome.Refuse("", NoParty());
        }

        SeatFor(RulesPartyKind.Initiators, actor);
        SeatFor(RulesPartyKind.Municipality, actor);
        if (IsSame(proposal, RulesInForce(proposal.Phase)) || IsSame(proposal, ProposedRules))
        {
            return Outcome.Refuse("", "Er is niets veranderd aan deze spelregels.");
        }

        if (ProposedRules is { } open)
        {
            Close(open, open.IsOf(party) ? RulesState.Withdrawn : RulesState.Refused, actor);
        }

        var version = new GroundRulesVersion
        {
            Number = LatestRulesNumber + 1,
            Phase = proposal.Phase,
            OwnerType = proposal.OwnerType,
            Parts = proposal.Parts,
            Why = proposal.Why.Trim(),
            ProposedBy = party,
            ProposedById = party.Id,
            Contribution = provenance,
            ProposedAt = actor.At,
            State = RulesState.Proposed,
        };
        provenance.Subject = Subject;
        GroundRulesVersions.Add(version);
        Subject.Happened(GroundRulesVerbs.Proposed, actor, ("version", version.Number), ("side", kind));
        Respond(version, party, RulesAnswerKind.Accepts, "", provenance, actor);
        return Outcome.Done;
    }

    /// <summary>
    /// A party answers one version, and no other that came in its place. The last acceptance that was missing makes it
    /// hold; one refusal ends it.
    /// </summary>
    /// <param name="words">A reason, which nobody owes; or when and how to talk, which is needed.</param>
    public Outcome AnswerRules(
        long versionId,
        long partyId,
        RulesAnswerKind kind,
        string words,
        Contribution provenance,
        Actor actor
    )
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (OpenRules(versionId) is not { } version)
        {
            return Outcome.Refuse("", RulesMovedOn());
        }

        if (GroundRulesParties.Find(p => p.Id == partyId && p.Until is null) is not { } party)
        {
            return Outcome.Refuse("", NoParty());
        }

        if (kind == RulesAnswerKind.Refuses && version.IsOf(party))
        {
            return Outcome.Refuse("", "Dit voorstel is van uzelf. U kunt het intrekken.");
        }

        if (kind == RulesAnswerKind.Accepts && version.AnswerOf(party)?.Kind == RulesAnswerKind.Accepts)
        {
            return Outcome.Refuse("", "Uw kant heeft deze versie al aanvaard.");
        }

        if (kind == RulesAnswerKind.WantsToTalk && string.IsNullOrWhiteSpace(words))
        {
            return Outcome.Refuse("Words", "Schrijf wanneer en hoe u wilt praten.");
        }

        provenance.Subject = Subject;
        Respond(version, party, kind, words, provenance, actor);
        if (kind == RulesAnswerKind.Refuses)
        {
            Close(version, RulesState.Refused, actor);
        }

        if (kind == RulesAnswerKind.Accepts && BringIntoForce(version, actor))
        {
            return Outcome.Done;
        }

        var verb = kind switch
        {
            RulesAnswerKind.Accepts => GroundRulesVerbs.Accepted,
            RulesAnswerKind.Refuses => GroundRulesVerbs.Refused,
            _ => GroundRulesVerbs.TalkWanted,
        };
        Subject.Happened(verb, actor, ("version", version.Number), ("party", partyId));
        return Outcome.Done;
    }

    /// <summary>Who proposed takes it back.</summary>
    public Outcome WithdrawRules(long versionId, long partyId, Actor actor)
    {
        if (OpenRules(versionId) is not { } version)
        {
            return Outcome.Refuse("", RulesMovedOn());
        }

        if (!GroundRulesParties.Exists(p => p.Id == partyId && version.IsOf(p)))
        {
            return Outcome.Refuse(
                "",
                "Dit voorstel is van een andere partij. U kunt het niet intrekken, wel weigeren."
            );
        }

        Close(version, RulesState.Withdrawn, actor);
        Subject.Happened(GroundRulesVerbs.Withdrawn, actor, ("version", version.Number));
        return Outcome.Done;
    }

    /// <summary>Another phase may be somebody else's: whose it is follows the rules that hold in it (I2).</summary>
    private void FollowRules() => OwnerType = RulesIn(Phase)?.OwnerType ?? OwnerType;

    private int LatestRulesNumber => GroundRulesVersions.Select(v => v.Number).DefaultIfEmpty().Max();

    private GroundRulesVersion? RulesInForce(Phase? phase) =>
        GroundRulesVersions.Find(v => v.State == RulesState.InForce && v.Phase == phase);

    private GroundRulesVersion? OpenRules(long versionId) =>
        GroundRulesVersions.Find(v => v.Id == versionId && v.State == RulesState.Proposed);

    private static void Respond(
        GroundRulesVersion version,
        GroundRulesParty party,
        RulesAnswerKind kind,
        string words,
        Contribution provenance,
        Actor actor
    )
    {
        version.Turn++;
        version.Responses.Add(
            new GroundRulesResponse
            {
                Party = party,
                PartyId = party.Id,
                Turn = version.Turn,
                Kind = kind,
                Words = words.Trim(),
                Contribution = provenance,
                At = actor.At,
            }
        );
    }

    /// <returns>False as long as a party has not accepted.</returns>
    private bool BringIntoForce(GroundRulesVersion version, Actor actor)
    {
        if (GroundRulesParties.Exists(p => p.Until is null && version.AnswerOf(p)?.Kind != RulesAnswerKind.Accepts))
        {
            return false;
        }

        if (RulesInForce(version.Phase) is { } before)
        {
            before.State = RulesState.Superseded;
        }

        Close(version, RulesState.InForce, actor);
        FollowRules();
        Subject.Happened(
            GroundRulesVerbs.CameIntoForce,
            actor,
            ("version", version.Number),
            ("owner", version.OwnerType)
        );
        return true;
    }

    private static void Close(GroundRulesVersion version, RulesState state, Actor actor) =>
        (version.State, version.DecidedAt) = (state, actor.At);

    private static bool IsSame(RulesProposal proposal, GroundRulesVersion? other) =>
        other is not null
        && (proposal.Phase, proposal.OwnerType, proposal.Parts) == (other.Phase, other.OwnerType, other.Parts);

    private static string RulesMovedOn() =>
        Texts.Mark("Over dit voorstel is al besloten, of er kwam een ander voor in de plaats. Lees wat er nu ligt.");
}
