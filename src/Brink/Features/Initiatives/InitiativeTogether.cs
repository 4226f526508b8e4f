using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Features.Initiatives;

/// <summary>What happens on the way: colleagues, questions, requirements, updates and phases.</summary>
public partial class Initiative
{
    /// <summary>The liaison brings a colleague in (I7).</summary>
    public Outcome BringIn(long personId, string why, Actor actor)
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (Colleagues.Any(c => c.PersonId == personId))
        {
            return Outcome.Refuse("PersonId", "Deze collega denkt al mee.");
        }

        Colleagues.Add(
            new Colleague
            {
                PersonId = personId,
                Why = why.Trim(),
                At = actor.At,
            }
        );
        Subject.Happened(InitiativeVerbs.ColleagueBroughtIn, actor, ("person", personId));
        return Outcome.Done;
    }

    /// <summary>The municipality asks the initiators something; question and reply are public.</summary>
    public Outcome Ask(string text, Contribution provenance, Actor actor)
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Outcome.Refuse("Text", "Schrijf uw vraag op.");
        }

        provenance.Subject = Subject;
        Questions.Add(
            new Question
            {
                Text = text.Trim(),
                Contribution = provenance,
                AskedAt = actor.At,
            }
        );
        Subject.Happened(InitiativeVerbs.QuestionAsked, actor);
        return Outcome.Done;
    }

    public Outcome Reply(long questionId, string text, Contribution provenance, Actor actor)
    {
        if (Intake == IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        var question = Questions.FirstOrDefault(q => q.Id == questionId);
        if (question is null)
        {
            return Outcome.Refuse("", "Deze vraag bestaat niet meer.");
        }

        if (question.Reply is not null)
        {
            return Outcome.Refuse("", "Deze vraag heeft al een antwoord.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Outcome.Refuse("Text", "Schrijf uw antwoord op.");
        }

        provenance.Subject = Subject;
        question.Reply = text.Trim();
        question.ReplyContribution = provenance;
        question.RepliedAt = actor.At;
        Subject.Happened(InitiativeVerbs.QuestionReplied, actor, ("question", question.Id));
        return Outcome.Done;
    }

    /// <summary>The municipality says what is needed: permit, land, traffic (I7).</summary>
    public Outcome Require(RequirementKind kind, string text, Actor actor)
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Outcome.Refuse("Text", "Schrijf wat er nodig is en wie dat regelt.");
        }

        Requirements.Add(
            new Requirement
            {
                Kind = kind,
                Text = text.Trim(),
                At = actor.At,
            }
        );
        Subject.Happened(InitiativeVerbs.RequirementAdded, actor, ("kind", kind));
        return Outcome.Done;
    }

    public Outcome Meet(long requirementId, Actor actor)
    {
        if (Intake == IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        var requirement = Requirements.FirstOrDefault(r => r.Id == requirementId);
        if (requirement is null || requirement.MetAt is not null)
        {
            return Outcome.Refuse("", "Dit punt is al geregeld.");
        }

        requirement.MetAt = actor.At;
        Subject.Happened(InitiativeVerbs.RequirementMet, actor, ("requirement", requirement.Id));
        return Outcome.Done;
    }

    /// <summary>Initiators tell how it goes (I9); photos come with it as files of the subject.</summary>
    public Outcome PostUpdate(string text, Contribution provenance, Actor actor, out Update? update)
    {
        update = null;
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Outcome.Refuse("Text", "Schrijf een paar woorden over hoe het gaat.");
        }

        provenance.Subject = Subject;
        update = new Update
        {
            Text = text.Trim(),
            Contribution = provenance,
            At = actor.At,
        };
        Updates.Add(update);
        Subject.Happened(InitiativeVerbs.Updated, actor);
        return Outcome.Done;
    }

    /// <summary>Moves on, or back, with date and next step (I3). The way so far stays visible.</summary>
    public Outcome MoveTo(
        Phase phase,
        DateOnly on,
        string nextStep,
        DateOnly? nextStepDate,
        string nextStepBy,
        string lessons,
        Actor actor
    )
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (on > actor.Today)
        {
            return Outcome.Refuse("On", "Deze datum ligt in de toekomst. Kies vandaag of eerder.");
        }

        if (on < PhaseSince)
        {
            return Outcome.Refuse("On", "Deze datum ligt voor het begin van de vorige fase.");
        }

        if (nextStepDate < actor.Today)
        {
            return Outcome.Refuse("NextStepDate", "De datum van de volgende stap is al voorbij.");
        }

        if (nextStepDate is not null && string.IsNullOrWhiteSpace(nextStep))
        {
            return Outcome.Refuse("NextStep", "Schrijf wat de volgende stap is.");
        }

        if (phase == Phase)
        {
            return Outcome.Refuse("Phase", "Het initiatief is al in deze fase.");
        }

        Phases.Add(
            new PhaseChange
            {
                Phase = phase,
                On = on,
                At = actor.At,
                NextStep = nextStep.Trim(),
                NextStepDate = nextStepDate,
            }
        );
        Subject.Happened(InitiativeVerbs.PhaseMoved, actor, ("from", Phase), ("to", phase));
        Phase = phase;
        PhaseSince = on;
        FollowRules();
        NextStep = nextStep.Trim();
        NextStepDate = nextStepDate;
        NextStepBy = nextStepBy.Trim();
        if (!string.IsNullOrWhiteSpace(lessons))
        {
            Lessons = lessons.Trim();
        }

        return Outcome.Done;
    }

    /// <summary>The next step within the phase it is in (I3).</summary>
    public Outcome PlanNext(string nextStep, DateOnly? date, string by, string lessons, Actor actor)
    {
        if (Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (date < actor.Today)
        {
            return Outcome.Refuse("NextStepDate", "De datum van de volgende stap is al voorbij.");
        }

        if (date is not null && string.IsNullOrWhiteSpace(nextStep))
        {
            return Outcome.Refuse("NextStep", "Schrijf wat de volgende stap is.");
        }

        if ((nextStep.Trim(), date, by.Trim(), lessons.Trim()) == (NextStep, NextStepDate, NextStepBy, Lessons))
        {
            return Outcome.Refuse("Phase", "Het initiatief is al in deze fase, en de volgende stap is niet veranderd.");
        }

        (NextStep, NextStepDate, NextStepBy, Lessons) = (nextStep.Trim(), date, by.Trim(), lessons.Trim());
        Subject.Happened(InitiativeVerbs.NextStepPlanned, actor);
        return Outcome.Done;
    }
}
