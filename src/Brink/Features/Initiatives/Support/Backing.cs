using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Initiatives.Support;

public enum BackingState
{
    Counted,
    TakenBack,
}

/// <summary>
/// One person backs one initiative: the key is the two of them, so that one person counts once along whatever roads and
/// however many clicks. Given by <see cref="Backings"/> in one statement; counted by the database in the same statement.
/// </summary>
public class Backing : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long InitiativeId { get; private set; }
    public long PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>Where the person lives; null outside the municipality.</summary>
    public long? VillageId { get; private set; }
    public Village? Village { get; private set; }

    /// <summary>The person lives in the village of the initiative, and so counts for its share.</summary>
    public bool IsHome { get; private set; }

    /// <summary>A supporter's name is public only by choice.</summary>
    public bool NameIsPublic { get; private set; }
    public BackingState State { get; private set; }

    /// <summary>Since when it counts.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Only where somebody else entered it: through the web, the row itself says by whom and when.</summary>
    public long? ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public uint Version { get; private set; }

    public Outcome TakeBack()
    {
        if (State == BackingState.TakenBack)
        {
            return Outcome.Refuse("", "U had uw steun al teruggenomen.");
        }

        (State, NameIsPublic) = (BackingState.TakenBack, false);
        return Outcome.Done;
    }

    /// <summary>Another place, or the name shown or hidden. It counts since when it did.</summary>
    /// <param name="home">The village of the initiative.</param>
    public Outcome Change(BackingChoice choice, long home)
    {
        if (State == BackingState.TakenBack)
        {
            return Outcome.Refuse("", "U had uw steun al teruggenomen.");
        }

        (VillageId, IsHome, NameIsPublic) = (choice.VillageId, choice.VillageId == home, choice.NameIsPublic);
        return Outcome.Done;
    }

    /// <summary>The person asked to be erased. Who counted, counts; nobody is told any more who it was.</summary>
    public void Erase() => NameIsPublic = false;
}

/// <param name="VillageId">Where the person lives; null outside the municipality.</param>
public sealed record BackingChoice(long? VillageId, bool NameIsPublic);

/// <summary>
/// How many back it and voiced a concern, kept by the database with each change (walls.sql). In a few slots, so that
/// hundreds who click at once don't wait for one row; the figure is the sum of the slots.
/// </summary>
[NotJournaled("kept by the database from rows that are journaled")]
public class SupportCount : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long InitiativeId { get; private set; }
    public int Slot { get; private set; }

    /// <summary>Persons of the initiative's own village.</summary>
    public int FromVillage { get; private set; }
    public int FromElsewhere { get; private set; }
    public int Concerns { get; private set; }

    /// <summary>Concerns without an answer.</summary>
    public int Unanswered { get; private set; }

    /// <summary>When somebody last began to back it.</summary>
    public DateTimeOffset? LastAt { get; private set; }
}

/// <summary>Too many for a timeline: there, support is one line (<see cref="SupportWords"/>).</summary>
public static class BackingVerbs
{
    public const string Given = "backing.given";
    public const string Changed = "backing.changed";
    public const string TakenBack = "backing.taken-back";

    /// <summary>Somebody without a session asked for the link that confirms; concerns nothing yet.</summary>
    public const string LinkAsked = "backing.link-asked";

    /// <summary>Somebody else entered it; beside the line that it was given.</summary>
    public const string Entered = "backing.entered";
}
