using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Initiatives.Support;

public enum EndorsementState
{
    Backs,
    HasConcern,
    TakenBack,
}

/// <summary>What an association thinks of an initiative, in its own words: one standing for each association.</summary>
public class Endorsement : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; private set; }
    public long OrganisationId { get; private set; }
    public Organisation? Organisation { get; private set; }
    public EndorsementState State { get; private set; }

    /// <summary>Why the association backs it; what it worries about stands in its concern.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What it worries about, answered like any other concern.</summary>
    public long? ConcernId { get; private set; }
    public Concern? Concern { get; private set; }
    public DateTimeOffset At { get; private set; }
    public uint Version { get; private set; }

    public static Endorsement Of(long initiativeId, long organisationId) =>
        new()
        {
            InitiativeId = initiativeId,
            OrganisationId = organisationId,
            State = EndorsementState.TakenBack,
        };

    public Outcome Back(string text, Actor actor)
    {
        (State, Text, At) = (EndorsementState.Backs, text.Trim(), actor.At);
        return LetGoOfConcern();
    }

    /// <param name="concern">The association's concern, answered by the initiators like any other.</param>
    public Outcome Worry(Concern concern, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(concern.Text))
        {
            return Outcome.Refuse("Text", "Schrijf waarover de vereniging zich zorgen maakt.");
        }

        LetGoOfConcern();
        (State, Text, At, Concern) = (EndorsementState.HasConcern, "", actor.At, concern);
        return Outcome.Done;
    }

    public Outcome TakeBack(Actor actor)
    {
        if (State == EndorsementState.TakenBack)
        {
            return Outcome.Refuse("", "De vereniging had dit al teruggenomen.");
        }

        (State, Text, At) = (EndorsementState.TakenBack, "", actor.At);
        return LetGoOfConcern();
    }

    private Outcome LetGoOfConcern()
    {
        if (Concern is { State: not ConcernState.Withdrawn } former)
        {
            former.Withdraw();
        }

        (Concern, ConcernId) = (null, null);
        return Outcome.Done;
    }
}

public static class EndorsementVerbs
{
    public const string Given = "endorsement.given";
    public const string Worried = "endorsement.worried";
    public const string TakenBack = "endorsement.taken-back";
}
