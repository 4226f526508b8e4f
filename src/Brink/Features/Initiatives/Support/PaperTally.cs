using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Initiatives.Support;

public enum TallyState
{
    /// <summary>One person counted; another has yet to.</summary>
    CountedOnce,

    /// <summary>Two persons counted the same.</summary>
    Counted,

    /// <summary>Nobody counted the same as another. Both figures show until the list is counted again.</summary>
    Differs,
    Withdrawn,
}

/// <summary>
/// A list of signatures on paper, as numbers: who signed stands only on the scan, which few may see. It counts when two
/// persons counted the same, and is shown apart: who signed may have backed it here too.
/// </summary>
public class PaperTally : ITenantEntity
{
    public const int MostSignatures = 5000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; private set; }

    /// <summary>The last day it lay there.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Where it lay: 'bij de bakker'.</summary>
    public string Place { get; private set; } = "";
    public TallyState State { get; private set; }

    /// <summary>Signatures from the initiative's own village, as two persons counted; 0 until then.</summary>
    public int FromVillage { get; private set; }
    public int FromElsewhere { get; private set; }

    /// <summary>Of the scan in the file store; empty when the list was withdrawn and the scan taken away.</summary>
    public string ScanHash { get; private set; } = "";
    public string ScanContentType { get; private set; } = "";
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public List<PaperCount> Counts { get; } = [];
    public uint Version { get; private set; }

    /// <summary>Somebody enters a list with a scan and the first count.</summary>
    public static PaperTally Enter(
        long initiativeId,
        PaperList list,
        CountedSignatures counted,
        Contribution provenance,
        Actor actor
    )
    {
        var tally = new PaperTally
        {
            MunicipalityId = provenance.MunicipalityId,
            InitiativeId = initiativeId,
            On = list.On,
            Place = list.Place.Trim(),
            ScanHash = list.ScanHash,
            ScanContentType = list.ScanContentType,
            Contribution = provenance,
        };
        tally.Note(counted, actor);
        return tally;
    }

    /// <summary>Another person counts, or whoever counted counts again. Two that are the same settle it.</summary>
    public Outcome Count(CountedSignatures counted, Actor actor)
    {
        if (State == TallyState.Counted)
        {
            return Outcome.Refuse("", "Deze lijst is al door twee mensen hetzelfde geteld.");
        }

        if (State == TallyState.Withdrawn)
        {
            return Outcome.Refuse("", "Deze lijst is weggehaald.");
        }

        if (State == TallyState.CountedOnce && Counts.Exists(c => c.PersonId == actor.PersonId))
        {
            return Outcome.Refuse("", "U telde deze lijst zelf. Vraag een ander om hem ook te tellen.");
        }

        Note(counted, actor);
        return Outcome.Done;
    }

    /// <summary>Entered by mistake: the numbers stay unseen and the scan goes.</summary>
    public Outcome Withdraw(Actor actor)
    {
        if (State == TallyState.Withdrawn)
        {
            return Outcome.Refuse("", "Deze lijst is weggehaald.");
        }

        (State, FromVillage, FromElsewhere, ChangedAt) = (TallyState.Withdrawn, 0, 0, actor.At);
        (ScanHash, ScanContentType) = ("", "");
        return Outcome.Done;
    }

    private void Note(CountedSignatures counted, Actor actor)
    {
        var own = Counts.Find(c => c.PersonId == actor.PersonId);
        if (own is null)
        {
            own = new PaperCount { PersonId = actor.PersonId!.Value };
            Counts.Add(own);
        }

        (own.FromVillage, own.FromElsewhere, own.At) = (counted.FromVillage, counted.FromElsewhere, actor.At);
        ChangedAt = actor.At;
        var agree = Counts.Exists(c =>
            c != own && (c.FromVillage, c.FromElsewhere) == (own.FromVillage, own.FromElsewhere)
        );
        State =
            agree ? TallyState.Counted
            : Counts.Count == 1 ? TallyState.CountedOnce
            : TallyState.Differs;
        (FromVillage, FromElsewhere) = agree ? (own.FromVillage, own.FromElsewhere) : (0, 0);
    }
}

/// <summary>What one person counted on one list. Who counts again has one count all the same.</summary>
public class PaperCount : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long TallyId { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public int FromVillage { get; set; }
    public int FromElsewhere { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <param name="On">The last day it lay there.</param>
public sealed record PaperList(DateOnly On, string Place, string ScanHash, string ScanContentType);

/// <param name="FromVillage">Signatures from the initiative's own village.</param>
public sealed record CountedSignatures(int FromVillage, int FromElsewhere);

public static class PaperVerbs
{
    public const string Entered = "paper.entered";
    public const string Counted = "paper.counted";
    public const string Differs = "paper.differs";
    public const string Withdrawn = "paper.withdrawn";
}
