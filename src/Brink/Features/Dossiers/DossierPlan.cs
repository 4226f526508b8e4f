using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Dossiers;

/// <summary>The stages of a plan: when each is planned, when it was reached, and why a date moved.</summary>
public partial class Dossier
{
    /// <summary>The plan goes on to a later stage, or back to an earlier one: that happens, and shows.</summary>
    /// <param name="words">What the officer says to all who contributed; may be empty.</param>
    public Outcome GoTo(Stage stage, Actor actor, string words = "")
    {
        if (IsOver && !(State == DossierState.Decided && stage == Stage.CarryingOut))
        {
            return AlreadyOver();
        }

        if (stage == Stage)
        {
            return Outcome.Refuse(nameof(Stage), "Het plan is al in deze stap.");
        }

        Reach(stage, actor.Today);
        Revision++;
        if (string.IsNullOrWhiteSpace(words))
        {
            Subject.Happened(DossierVerbs.WentOn, actor, ("stage", stage));
            return Outcome.Done;
        }

        var word = new DossierStageWord
        {
            Stage = stage,
            On = actor.Today,
            Text = words.Trim(),
        };
        StageWords.Add(word);
        Subject.Happened(DossierVerbs.WentOn, actor, ("stage", stage), ("word", (Func<long>)(() => word.Id)));
        return Outcome.Done;
    }

    /// <summary>Other planned dates, for stages that are not reached yet. The reason is shown with the old date.</summary>
    public Outcome Replan(IReadOnlyCollection<StageDate> dates, string because, Actor actor)
    {
        if (IsOver)
        {
            return AlreadyOver();
        }

        var moved = dates.Where(date => !IsReached(date.Stage) && PlannedOn(date.Stage) != date.On).ToArray();
        if (moved.Length == 0)
        {
            return Outcome.Refuse("", "U hebt geen datum veranderd.");
        }

        if (string.IsNullOrWhiteSpace(because))
        {
            return Outcome.Refuse("Because", "Schrijf waarom de datum verandert. Iedereen kan dat lezen.");
        }

        foreach (var date in moved)
        {
            DateChanges.Add(
                new DossierDateChange
                {
                    Stage = date.Stage,
                    Before = PlannedOn(date.Stage),
                    After = date.On,
                    Because = because.Trim(),
                    On = actor.Today,
                }
            );
        }

        Plan(moved);
        Revision++;
        Subject.Happened(DossierVerbs.Replanned, actor);
        return Outcome.Done;
    }

    /// <summary>Planned dates stand in the order of the stages.</summary>
    /// <param name="dates">All of them, in any order.</param>
    public static IEnumerable<Refusal> CheckOrder(IEnumerable<StageDate> dates)
    {
        DateOnly? before = null;
        foreach (var date in dates.Where(d => d.On is not null).OrderBy(d => d.Stage))
        {
            if (before is { } earlier && date.On < earlier)
            {
                yield return new Refusal(
                    DossierLinks.PlannedField(date.Stage),
                    "Deze datum ligt vóór de datum van een eerdere stap."
                );
            }

            before = date.On;
        }
    }

    private bool IsReached(Stage stage) => Stages.Exists(s => s.Stage == stage && s.ReachedOn is not null);

    private DateOnly? PlannedOn(Stage stage) => Stages.Find(s => s.Stage == stage)?.PlannedOn;

    private void Plan(IEnumerable<StageDate> dates)
    {
        foreach (var date in dates)
        {
            RowOf(date.Stage).PlannedOn = date.On;
        }
    }

    private void Reach(Stage stage, DateOnly on)
    {
        Stage = stage;
        RowOf(stage).ReachedOn ??= on;
    }

    private DossierStage RowOf(Stage stage)
    {
        var row = Stages.Find(s => s.Stage == stage);
        if (row is null)
        {
            row = new DossierStage { Stage = stage };
            Stages.Add(row);
        }

        return row;
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

/// <param name="On">Null where no date is known yet.</param>
public sealed record StageDate(Stage Stage, DateOnly? On);

/// <summary>A planned date that moved, and why.</summary>
public class DossierDateChange : ITenantEntity
{
    public const int LongestBecause = 500;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }
    public Stage Stage { get; set; }
    public DateOnly? Before { get; set; }
    public DateOnly? After { get; set; }
    public string Because { get; set; } = "";
    public DateOnly On { get; set; }
}

/// <summary>What of a dossier is kept as it was, because villages count on it.</summary>
public enum DossierPart
{
    Fixed,
    Open,
    Level,
    WhoDecides,
}

/// <summary>What stood there before and after, and when that changed.</summary>
public class DossierChange : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }
    public DossierPart Part { get; set; }

    /// <summary>The text, or the name of the level.</summary>
    public string Before { get; set; } = "";
    public string After { get; set; } = "";
    public DateOnly On { get; set; }
}
