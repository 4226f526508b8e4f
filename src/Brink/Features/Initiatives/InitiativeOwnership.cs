using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Features.Initiatives;

/// <summary>Whose it is: a change needs the agreement of both sides (I2).</summary>
public partial class Initiative
{
    /// <summary>One side proposes another owner type; it counts when the other side agrees (I2).</summary>
    public Outcome ProposeOwner(OwnerType type, Side side, string why, Actor actor)
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (OwnerProposals.Any(p => p.State == ProposalState.Open))
        {
            return Outcome.Refuse("", "Er ligt al een voorstel. Daar moet eerst een antwoord op komen.");
        }

        if (type == OwnerType)
        {
            return Outcome.Refuse("Type", "Dit is al zo afgesproken.");
        }

        OwnerProposals.Add(
            new OwnerProposal
            {
                Type = type,
                Instead = OwnerType,
                Phase = Phase,
                ProposedBy = side,
                Why = why.Trim(),
                At = actor.At,
            }
        );
        Subject.Happened(InitiativeVerbs.OwnerProposed, actor, ("type", type), ("side", side));
        return Outcome.Done;
    }

    /// <summary>The other side answers this proposal, and no other that came in its place.</summary>
    public Outcome DecideOwner(long proposalId, Side side, bool agree, Actor actor)
    {
        var proposal = OwnerProposals.FirstOrDefault(p => p.Id == proposalId && p.State == ProposalState.Open);
        if (proposal is null)
        {
            return Outcome.Refuse("", "Er ligt geen voorstel meer.");
        }

        if (proposal.ProposedBy == side)
        {
            return Outcome.Refuse("", "Dit voorstel is van uzelf. De andere partij geeft antwoord.");
        }

        proposal.State = agree ? ProposalState.Agreed : ProposalState.Refused;
        proposal.DecidedAt = actor.At;
        if (agree)
        {
            OwnerType = proposal.Type;
        }

        Subject.Happened(
            agree ? InitiativeVerbs.OwnerAgreed : InitiativeVerbs.OwnerRefused,
            actor,
            ("type", proposal.Type)
        );
        return Outcome.Done;
    }
}
