using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Features.Initiatives;

/// <summary>An idea that nobody confirmed in time.</summary>
public partial class Initiative
{
    /// <summary>Takes away all that was said in it; what is left is a number in the journal that nobody can open.</summary>
    public Outcome Forget(Actor actor)
    {
        if (Intake != IntakeState.AwaitingConfirmation)
        {
            return Outcome.Refuse("", NotNow());
        }

        Intake = IntakeState.Withdrawn;
        Subject.Rename("");
        Write(new Idea("", "", "", OwnerType, InitiatorKind, "", "", null, null, ""));
        Subject.Describe("");
        (Longitude, Latitude, PlaceNote) = (null, null, "");
        Subject.Files.Clear();
        Contribution!.NameIsPublic = false;
        Subject.Happened(InitiativeVerbs.Forgotten, actor);
        return Outcome.Done;
    }
}
