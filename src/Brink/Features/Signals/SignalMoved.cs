using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Features.Signals;

/// <summary>A date that was given, and isn't kept.</summary>
public partial class Signal
{
    /// <summary>
    /// Another day for the answer, with a reason that everyone reads. Whoever told it hears so; their consent isn't asked,
    /// for the date was given and not agreed.
    /// </summary>
    public Outcome MoveAnswer(DateOnly? answerBy, string reason, Actor actor)
    {
        if (State != SignalState.Triaged)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (answerBy > actor.Today.AddYears(1))
        {
            return Outcome.Refuse("AnswerBy", "Kies een datum binnen een jaar.");
        }

        var open = OpenOf(PromiseKind.Answer).ToArray();
        if (open.Length == 0)
        {
            return Outcome.Refuse(
                "",
                "Een andere organisatie nam het antwoord over. Zij verplaatst de dag bij haar eigen toezegging."
            );
        }

        // A signal that went up in this one brought its own date along; from now on there is one.
        var changed = open.Length > 1 ? open.Where(p => p.Due != answerBy) : open;
        var outcome = Outcome.Of(
            changed.SelectMany(p => p.ChangeDay("AnswerBy", answerBy, reason, actor).Refusals).Distinct()
        );
        if (outcome.Succeeded)
        {
            Subject.Happened(SignalVerbs.AnswerMoved, actor, ("due", answerBy!.Value));
        }

        return outcome;
    }
}
