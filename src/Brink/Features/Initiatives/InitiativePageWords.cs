using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives;

/// <summary>Sentences on the page of an initiative.</summary>
public static class InitiativePageWords
{
    /// <summary>Who brought it in, in one line.</summary>
    public static string BroughtInBy(this Texts T, InitiativeView view)
    {
        var on = Formats.Date(DutchTime.DateOf(view.At));
        return view switch
        {
            { OnBehalfOf: { } association } => T["Ingebracht door {0} op {1}", association, on],
            { InitiatorKind: InitiatorKind.Group, GroupName.Length: > 0 } => T[
                "Ingebracht door {0} op {1}",
                view.GroupName,
                on
            ],
            { By: { } name } => T["Ingebracht door {0} op {1}", name, on],
            _ => T["Ingebracht door een inwoner op {0}", on],
        };
    }

    /// <summary>Who wrote an update, and for whom.</summary>
    public static string WrittenBy(this Texts T, UpdateView update) =>
        update switch
        {
            { OnBehalfOf: { } association, By: { } name } => T["{0}, namens {1}", name, association],
            { OnBehalfOf: { } association } => association,
            { By: { } name } => name,
            _ => T["De initiatiefnemers"],
        };

    /// <summary>Where it stands with the municipality, when nothing is promised any more.</summary>
    public static string Standing(this Texts T, InitiativeView view) =>
        view.Intake switch
        {
            IntakeState.AwaitingConfirmation => T[
                "Dit idee moet nog bevestigd worden. Tot die tijd ziet niet iedereen het."
            ],
            IntakeState.HandedIn => T["De gemeente heeft dit nog niet opgepakt."],
            IntakeState.TakenIn => T["De gemeente heeft dit opgepakt en bekijkt wat er kan."],
            IntakeState.Answered => T["De gemeente heeft geantwoord: {0}.", T.NameOf(view.Answer!.Value)],
            _ => T["Dit idee is ingetrokken."],
        };

    public static StatusKind KindOf(AnswerKind answer) =>
        answer switch
        {
            AnswerKind.Yes => StatusKind.Success,
            AnswerKind.YesIf => StatusKind.Active,
            _ => StatusKind.Neutral,
        };

    /// <summary>The next step as a promise line, with what is late said plainly.</summary>
    public static PromiseLine? NextStepLine(this Texts T, InitiativeView view, DateOnly today)
    {
        if (view.NextStep.Length == 0)
        {
            return null;
        }

        var by = view.NextStepBy.Length > 0 ? T["Door: {0}", view.NextStepBy] : null;
        return view.NextStepDate switch
        {
            null => new PromiseLine(view.NextStep, PromiseTone.Open, by),
            { } date when date < today => new PromiseLine(
                view.NextStep,
                PromiseTone.Late,
                Joined(
                    T.Count(today.DayNumber - date.DayNumber, "Dit is 1 dag te laat.", "Dit is {0} dagen te laat."),
                    by
                )
            ),
            { } date => new PromiseLine(
                view.NextStep,
                PromiseTone.Open,
                Joined(T["Uiterlijk {0}.", Formats.Date(date)], by)
            ),
        };
    }

    public static string? EnteredBy(this Texts T, UpdateView update) => T.EnteredBy(update.EnteredFor, update.Channel);

    private static string Joined(params string?[] sentences) => string.Join(' ', sentences.Where(s => s is not null));
}
