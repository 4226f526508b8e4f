using Brink.Features.Rounds.Reacting;
using Brink.Platform.Localisation;

namespace Brink.Features.Rounds.Report;

/// <summary>Sentences of the report, the same on the page and on paper.</summary>
public static class ReportWords
{
    public static string WhenAnswered(this Texts T, RoundHead round) =>
        string.Join(
            ' ',
            T["De ronde liep van {0} tot {1}.", Formats.Moment(round.OpensAt), Formats.Moment(round.ClosesAt)],
            round.FinishedAt is { } finished
                ? T[
                    "Op {0} had iedereen antwoord. Beloofd was uiterlijk {1}.",
                    Formats.Date(DutchTime.DateOf(finished)),
                    Formats.Date(round.AnswerBy)
                ]
                : T["De gemeente is nog bezig. Iedereen krijgt antwoord, uiterlijk {0}.", Formats.Date(round.AnswerBy)]
        );

    public static string InNumbers(this Texts T, ReportFigures figures) =>
        string.Join(
                ' ',
                T.Count(figures.Total, "1 reactie", "{0} reacties"),
                T.Count(figures.People, "van 1 inwoner", "van {0} inwoners"),
                T.Count(figures.Associations, "en 1 vereniging.", "en {0} verenigingen."),
                figures.Late > 0 ? T.Count(figures.Late, "1 kwam te laat.", "{0} kwamen te laat.") : ""
            )
            .TrimEnd();

    public static string VerdictOf(this Texts T, AnswerOutcome? verdict) =>
        verdict is { } given ? T.NameOf(given) : T["Nog geen antwoord."];

    public static string WhoIsNamed(this Texts T) =>
        T["Namen van inwoners staan hier alleen als zij dat zelf kozen. Verenigingen staan er met hun naam."];

    /// <summary>What kind, when, and whether its text was changed since.</summary>
    public static string AboutReaction(this Texts T, ReactionView reaction, TextChange? change) =>
        string.Join(". ", new[]
            {
                $"{T.NameOf(reaction.Kind)}, {Formats.Date(DutchTime.DateOf(reaction.At))}",
                reaction.IsLate ? T["Te laat gekomen."] : "",
                change switch
                {
                    TextChange.Changed => T["De tekst is veranderd."],
                    TextChange.Gone => T["Dit staat niet meer in de nieuwste tekst."],
                    _ => "",
                },
            }.Where(part => part.Length > 0).Select(part => part.TrimEnd('.')));
}
