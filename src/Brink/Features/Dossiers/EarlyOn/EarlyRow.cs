using Brink.Platform.Localisation;

namespace Brink.Features.Dossiers.EarlyOn;

/// <summary>
/// How early villages heard of one plan (C3). From the day everybody could read it to the day the stage 'Ontwerp' was
/// reached, and from there to the decision: the day it was decided, or else the day on which carrying it out began.
/// </summary>
/// <param name="DraftOn">Before <paramref name="FirstWordOn"/> where villages heard late.</param>
public sealed record EarlyRow(
    long Id,
    string Title,
    string Slug,
    DateOnly FirstWordOn,
    DateOnly? DraftOn,
    DateOnly? DecidedOn,
    bool IsStopped
)
{
    /// <summary>In days; negative where the draft was there first.</summary>
    public int? ToDraft => DraftOn is { } draft ? draft.DayNumber - FirstWordOn.DayNumber : null;

    /// <summary>In days.</summary>
    public int? ToDecision =>
        DecidedOn is { } decided && DraftOn is { } draft ? decided.DayNumber - draft.DayNumber : null;

    /// <summary>Null as long as there is no draft. On the same day is not before.</summary>
    public bool? HeardBeforeDraft => ToDraft is { } days ? days > 0 : null;

    /// <summary>Null in confidence: no village has heard a word.</summary>
    public static EarlyRow? Of(DossierView view, IReadOnlyList<StageRow> stages) =>
        view.FirstWordOn is { } first
            ? new EarlyRow(
                view.Id,
                view.Title,
                view.Slug,
                first,
                stages.FirstOrDefault(s => s.Stage == Stage.Draft)?.ReachedOn,
                DecisionOf(
                    view.State,
                    view.EndedOn,
                    stages.FirstOrDefault(s => s.Stage == Stage.CarryingOut)?.ReachedOn
                ),
                view.State == DossierState.Stopped
            )
            : null;

    public static DateOnly? DecisionOf(DossierState state, DateOnly? endedOn, DateOnly? carryingOutOn) =>
        state == DossierState.Decided && (carryingOutOn is null || endedOn <= carryingOutOn) ? endedOn : carryingOutOn;

    /// <summary>The one in the middle; of an even number the mean of both. Null of none.</summary>
    public static decimal? Median(IEnumerable<int> days)
    {
        var sorted = days.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2m;
    }
}

public static class EarlyWording
{
    /// <summary>The same in sentences, also where it doesn't flatter.</summary>
    public static string InSentences(this Texts T, EarlyRow row)
    {
        var draft = row.ToDraft switch
        {
            null => row.IsStopped
                ? T[
                    "Dorpen hoorden het op {0}. Het plan stopte voordat er een ontwerp was.",
                    Formats.Date(row.FirstWordOn)
                ]
                : T["Dorpen hoorden het op {0}. Er is nog geen ontwerp.", Formats.Date(row.FirstWordOn)],
            > 0 and var days => T.Count(
                days,
                "Ja. Dorpen hoorden het 1 dag voordat er een ontwerp was.",
                "Ja. Dorpen hoorden het {0} dagen voordat er een ontwerp was."
            ),
            0 => T["Nee. Dorpen hoorden het op de dag dat er al een ontwerp was."],
            < 0 and var days => T.Count(
                -days,
                "Nee. Het ontwerp was er al 1 dag toen dorpen het hoorden.",
                "Nee. Het ontwerp was er al {0} dagen toen dorpen het hoorden."
            ),
        };
        return row.ToDecision is { } toDecision
            ? draft
                + " "
                + T.Count(
                    toDecision,
                    "Van ontwerp tot besluit duurde het 1 dag.",
                    "Van ontwerp tot besluit duurde het {0} dagen."
                )
            : draft;
    }

    public static string HeardBefore(this Texts T, EarlyRow row) =>
        row.HeardBeforeDraft switch
        {
            true => T["Ja"],
            false => T["Nee"],
            _ => T["Nog geen ontwerp"],
        };
}
