using Brink.Features.Subjects;
using Brink.Platform.Localisation;

namespace Brink.Features.Advice;

/// <summary>Advice on a plan that lay in confidence, when that ends.</summary>
public partial class AdviceCase
{
    /// <summary>The plan is public from now on, and what was given in confidence with it.</summary>
    public void Open(Actor actor)
    {
        InConfidence = false;
        if (State is AdviceState.Given or AdviceState.Answered or AdviceState.Declined)
        {
            Subject.Show(Visibility.Public);
        }

        Subject.Happened(AdviceVerbs.Opened, actor);
    }

    /// <summary>The plan was withdrawn in confidence: nothing is asked or owed any more, and nobody else ever reads it.</summary>
    public void Close(Actor actor)
    {
        if (State is AdviceState.Asked or AdviceState.Proposed or AdviceState.Writing)
        {
            State = AdviceState.Withdrawn;
        }

        Subject.Show(Visibility.Withdrawn);
        OwedAnswer?.Release(actor, Texts.Mark("Het plan is ingetrokken."));
        Subject.Happened(AdviceVerbs.Withdrawn, actor);
    }
}
