using Brink.Features.Accounts;
using Brink.Features.Places.TailorMade;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Dossiers;

/// <summary>Where a plan of the municipality stands, in the order in which it goes.</summary>
public enum Stage
{
    Intention,
    Exploration,
    Draft,
    Executive,
    Committee,
    Council,
    CarryingOut,
}

/// <summary>
/// A plan of the municipality, open from the first intention on: why, what is fixed and what is open, who decides, and
/// when which step is planned (C1, C2).
/// </summary>
public partial class Dossier : ITenantEntity
{
    public const int LongestText = 4000;
    public const int LongestLine = 200;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;

    /// <summary>What the municipality thinks of doing, as Markdown.</summary>
    public string What { get; private set; } = "";
    public string Why { get; private set; } = "";

    /// <summary>Who decides in the end, in words: 'de gemeenteraad'.</summary>
    public string WhoDecides { get; private set; } = "";

    /// <summary>What can't be changed any more. Empty: nothing is fixed.</summary>
    public string Fixed { get; private set; } = "";

    /// <summary>What villages can still change.</summary>
    public string Open { get; private set; } = "";
    public InvolvementLevel Level { get; private set; }
    public Stage Stage { get; private set; }

    /// <summary>The policy officer who answers for it; null when that person left and nobody took over yet.</summary>
    public long? OwnerId { get; private set; }
    public Person? Owner { get; private set; }

    /// <summary>The municipality's own organisation, for which the owner works and which owes every answer.</summary>
    public long OrganisationId { get; private set; }
    public Places.Organisation? Organisation { get; private set; }

    /// <summary>The day on which villages could first read of it; what 'early' is measured from.</summary>
    public DateOnly? FirstWordOn { get; private set; }
    public bool IsExample { get; private set; }
    public List<DossierStage> Stages { get; } = [];
    public uint Version { get; private set; }

    public static Dossier Begin(
        DossierWords words,
        long organisationId,
        IReadOnlyCollection<StageDate> stages,
        Actor actor,
        bool isExample = false
    )
    {
        var dossier = new Dossier
        {
            Subject = Subject.Create(SubjectKind.Dossier, words.Title, Visibility.Public, actor.At),
            OrganisationId = organisationId,
            OwnerId = actor.PersonId,
            FirstWordOn = actor.Today,
            IsExample = isExample,
        };
        dossier.Write(words);
        dossier.Stages.AddRange(
            stages.Select(planned => new DossierStage { Stage = planned.Stage, PlannedOn = planned.On })
        );
        dossier.Reach(Stage.Intention, actor.Today);
        dossier.Subject.Happened(DossierVerbs.Opened, actor);
        return dossier;
    }

    /// <summary>The plan goes on to a later stage, or back to an earlier one: that happens, and shows.</summary>
    public Outcome GoTo(Stage stage, Actor actor)
    {
        if (stage == Stage)
        {
            return Outcome.Refuse(nameof(Stage), "Het plan is al in deze stap.");
        }

        Reach(stage, actor.Today);
        Subject.Happened(DossierVerbs.WentOn, actor, ("stage", stage));
        return Outcome.Done;
    }

    private void Reach(Stage stage, DateOnly on)
    {
        Stage = stage;
        var row = Stages.Find(s => s.Stage == stage);
        if (row is null)
        {
            row = new DossierStage { Stage = stage };
            Stages.Add(row);
        }

        row.ReachedOn ??= on;
    }

    private void Write(DossierWords words)
    {
        (What, Why, WhoDecides) = (words.What.Trim(), words.Why.Trim(), words.WhoDecides.Trim());
        (Fixed, Open, Level) = (words.Fixed.Trim(), words.Open.Trim(), words.Level);
        Subject.Describe(string.Join('\n', What, Why, Open, Fixed));
    }
}

/// <summary>One stage of one dossier: when it is planned, and when it was first reached.</summary>
public class DossierStage : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }
    public Stage Stage { get; set; }
    public DateOnly? PlannedOn { get; set; }
    public DateOnly? ReachedOn { get; set; }
}

/// <summary>What a policy officer writes of a dossier, cleaned and checked.</summary>
public sealed record DossierWords(
    string Title,
    string What,
    string Why,
    string WhoDecides,
    string Fixed,
    string Open,
    InvolvementLevel Level
);

/// <param name="On">Null where no date is known yet.</param>
public sealed record StageDate(Stage Stage, DateOnly? On);

public static class DossierVerbs
{
    public const string Opened = "dossier.opened";
    public const string WentOn = "dossier.went-on";
}
