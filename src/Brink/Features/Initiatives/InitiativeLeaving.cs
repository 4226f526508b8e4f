using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives;

/// <summary>Somebody who carries it leaves Brink (P8). What others did and said stays, and so does every count.</summary>
public partial class Initiative
{
    /// <summary>Nobody goes on with it any more: no question of leaving it to somebody.</summary>
    public bool IsOver => Intake == IntakeState.Withdrawn || Phase is Phase.Done or Phase.InUpkeep or Phase.Stopped;

    /// <summary>The association of the village goes on with it, as if it had brought it in for itself.</summary>
    public Outcome HandOver(long associationId, Actor actor)
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        Contribution!.OnBehalfOfId = associationId;
        Subject.Happened(InitiativeVerbs.HandedOver, actor, ("organisation", associationId));
        return Outcome.Done;
    }

    /// <summary>One of those who carry it stops.</summary>
    public void Leave(long personId, Actor actor)
    {
        if (Initiators.RemoveAll(i => i.PersonId == personId) > 0 && Intake != IntakeState.AwaitingConfirmation)
        {
            Subject.Happened(InitiativeVerbs.InitiatorLeft, actor);
        }
    }

    /// <summary>Who alone carried it takes all words and photos back. Its number stays, and its address
    /// says that it is gone.</summary>
    public void TakeWordsBack(Actor actor)
    {
        if (Intake == IntakeState.AwaitingConfirmation)
        {
            Forget(actor);
            return;
        }

        if (Intake != IntakeState.Withdrawn)
        {
            Withdraw(actor);
        }

        Subject.Rename(Texts.Mark("Ingetrokken idee"));
        Write(new Idea("", "", "", OwnerType, InitiatorKind, "", "", null, null, ""));
        Subject.Describe("");
        (Longitude, Latitude, PlaceNote) = (null, null, "");
        (NextStep, NextStepBy, Lessons) = ("", "", "");
        Subject.Files.Clear();
        Phases.ForEach(phase => phase.NextStep = "");
        Subject.Happened(InitiativeVerbs.WordsTakenBack, actor);
    }

    /// <summary>A reply that its writer takes back; that there was one stays.</summary>
    public void TakeReplyBack(Question question, Actor actor)
    {
        question.Reply = "";
        Subject.Happened(InitiativeVerbs.WordsTakenBack, actor);
    }

    /// <summary>News that its writer takes back, with its photos; that there was news stays.</summary>
    public void TakeUpdateBack(Update update, Actor actor)
    {
        update.Text = "";
        Subject.Files.RemoveAll(file => file.PartId == update.Id);
        Subject.Happened(InitiativeVerbs.WordsTakenBack, actor);
    }
}
