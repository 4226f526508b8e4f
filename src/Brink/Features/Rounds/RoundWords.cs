using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Rounds;

/// <summary>Words for kinds, phases and answers, the same on page, list, file and in mail.</summary>
public static class RoundWords
{
    public static string NameOf(this Texts T, RoundKind kind) =>
        kind switch
        {
            RoundKind.Suggestions => T["Suggesties vooraf"],
            RoundKind.Draft => T["Reageren op het concept"],
            RoundKind.Reactions => T["Reageren op het voorstel"],
            _ => T["Reageren voor de raad beslist"],
        };

    /// <summary>Whether it came in time, where that needs saying; else empty.</summary>
    /// <param name="receivedOn">For a letter: the day on which it came.</param>
    public static string CameIn(this Texts T, bool isLate, DateOnly? receivedOn) =>
        (receivedOn, isLate) switch
        {
            ({ } day, true) => T["Op papier ontvangen op {0}, te laat.", Formats.Date(day)],
            ({ } day, false) => T["Op papier ontvangen op {0}, op tijd.", Formats.Date(day)],
            (null, true) => T["Te laat gekomen."],
            _ => "",
        };

    /// <param name="document">Null for the plan as a whole.</param>
    public static string TitleOf(this Texts T, RoundKind kind, string? document) =>
        document is null ? T.NameOf(kind) : T["{0}: {1}", T.NameOf(kind), document];

    public static Status StatusOf(this Texts T, RoundPhase phase) =>
        phase switch
        {
            RoundPhase.Planned => new(T["Gaat nog open"]),
            RoundPhase.Open => new(T["Nu open"], StatusKind.Active),
            RoundPhase.Processing => new(T["De gemeente antwoordt"], StatusKind.Warning),
            _ => new(T["Iedereen heeft antwoord"], StatusKind.Success),
        };

    public static string WhenOf(this Texts T, RoundPhase phase, DateTimeOffset opens, DateTimeOffset closes) =>
        phase switch
        {
            RoundPhase.Planned => T["open vanaf {0}", Formats.Moment(opens)],
            RoundPhase.Open => T["tot {0}", Formats.Moment(closes)],
            _ => T["gesloten op {0}", Formats.Moment(closes)],
        };

    /// <summary>What the municipality owes, or gave.</summary>
    public static string AnswersOf(this Texts T, RoundRow round) =>
        round.Phase == RoundPhase.Finished ? T["Lees wat de gemeente ermee doet."]
        : round is { Phase: RoundPhase.Processing, Unanswered: > 0 }
            ? T.Count(
                round.Unanswered,
                "1 wacht op antwoord, uiterlijk {1}.",
                "{0} wachten op antwoord, uiterlijk {1}.",
                Formats.Date(round.AnswerBy)
            )
        : T["Iedereen krijgt antwoord, uiterlijk {0}.", Formats.Date(round.AnswerBy)];

    public static string NameOf(this Texts T, ReactionKind kind) =>
        kind switch
        {
            ReactionKind.Question => T["Vraag"],
            ReactionKind.Suggestion => T["Voorstel voor andere woorden"],
            _ => T["Reactie"],
        };

    public static string NameOf(this Texts T, AnswerOutcome outcome) =>
        outcome switch
        {
            AnswerOutcome.TakenOver => T["Overgenomen"],
            AnswerOutcome.Partly => T["Deels overgenomen"],
            AnswerOutcome.NotTaken => T["Niet overgenomen"],
            _ => T["Beantwoord"],
        };

    public static string NameOf(this Texts T, AnswerState state) =>
        state switch
        {
            AnswerState.Draft => T["Wordt geschreven"],
            AnswerState.WithReader => T["Een collega leest mee"],
            _ => T["Gegeven"],
        };

    /// <summary>What somebody mentions when calling.</summary>
    public static string NumberOf(long reaction) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"R-{reaction}");

    /// <summary>Who said it, as everybody may read it: an association by name, a person only by choice.</summary>
    public static string SaidBy(this Texts T, string? organisation, string? name) =>
        organisation ?? (string.IsNullOrEmpty(name) ? T["Een inwoner"] : name);

    /// <param name="heading">Empty for a part before the first heading.</param>
    public static string PartOf(this Texts T, int anchor, string? heading) =>
        anchor == 0 ? T["Het geheel"]
        : string.IsNullOrEmpty(heading) ? T["Het begin"]
        : heading;
}
