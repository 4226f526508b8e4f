using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Advice;

public static class AdviceWords
{
    /// <summary>Neutral on purpose: no advice is an outcome, and nobody's fault.</summary>
    public static Status StatusOf(this Texts T, AdviceState state) =>
        state switch
        {
            AdviceState.Asked => new(T["Advies gevraagd"], StatusKind.Active),
            AdviceState.Proposed => new(T["Andere dag gevraagd"], StatusKind.Active),
            AdviceState.Writing => new(T["Concept"]),
            AdviceState.Declined => new(T["Geen advies"]),
            AdviceState.Given => new(T["Wacht op antwoord van de gemeente"], StatusKind.Warning),
            AdviceState.Answered => new(T["Beantwoord"], StatusKind.Success),
            _ => new(T["Teruggenomen"]),
        };

    public static string NameOf(this Texts T, PointVerdict verdict) =>
        verdict switch
        {
            PointVerdict.TakenOver => T["Overgenomen"],
            PointVerdict.Partly => T["Deels overgenomen"],
            _ => T["Niet overgenomen"],
        };

    public static StatusKind KindOf(PointVerdict verdict) =>
        verdict switch
        {
            PointVerdict.TakenOver => StatusKind.Success,
            PointVerdict.Partly => StatusKind.Active,
            _ => StatusKind.Neutral,
        };

    public static IReadOnlyList<Choice> Verdicts(this Texts T) =>
        [.. Enum.GetValues<PointVerdict>().Select(verdict => new Choice(verdict, T.NameOf(verdict)))];

    public static string AskedOrNot(this Texts T, bool isAsked) =>
        isAsked ? T["Gevraagd advies"] : T["Ongevraagd advies"];

    /// <summary>'3 punten overgenomen, 1 deels, 2 niet.'</summary>
    public static string Sentence(this Texts T, int takenOver, int partly, int notTaken) =>
        T[
            "{0}, {1} deels, {2} niet.",
            T.Count(takenOver, "1 punt overgenomen", "{0} punten overgenomen"),
            Formats.Number(partly),
            Formats.Number(notTaken)
        ];

    public static ListRow ListRow(this Texts T, AdviceRow row, DateOnly today) =>
        new(
            row.Title,
            AdviceLinks.Show(row.Id, row.Slug),
            row.Adviser,
            T.StatusOf(row.State),
            row switch
            {
                { GivenAt: { } given } => T["gegeven op {0}", Formats.Date(DutchTime.DateOf(given))],
                { State: AdviceState.Asked or AdviceState.Proposed, Due: { } due } => T[
                    "graag tot en met {0}",
                    Formats.Date(due)
                ],
                _ => null,
            },
            row.State switch
            {
                AdviceState.Answered => T.Sentence(row.TakenOver, row.Partly, row.NotTaken),
                AdviceState.Given => T.AskedOrNot(row.IsAsked) + ", " + T.Count(row.Points, "1 punt.", "{0} punten."),
                _ => T.AskedOrNot(row.IsAsked) + ".",
            },
            row.PromiseDue is { } promised
                ? T.PromiseLine(
                    new PromiseRow(PromiseKind.Answer, "", "", promised, PromiseState.Open, null, ""),
                    today
                )
                : null,
            null,
            row.IsExample ? T["Voorbeeld"] : null
        );
}
