using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Promises;

/// <summary>A promise as a reader needs it.</summary>
/// <param name="By">The name of the organisation that promised; empty for a resident.</param>
public sealed record PromiseRow(
    PromiseKind Kind,
    string What,
    string By,
    DateOnly Due,
    PromiseState State,
    DateTimeOffset? EndedAt,
    string Ending
);

/// <summary>Who does what by when, in a sentence; late is said plainly.</summary>
public static class PromiseWording
{
    /// <summary>From so many days before its date on a promise is near.</summary>
    private const int Near = 3;

    public static PromiseLine PromiseLine(this Texts T, PromiseRow promise, DateOnly today) =>
        promise.State switch
        {
            PromiseState.Kept => T.Kept(promise),
            PromiseState.Released => new(T.Released(promise), PromiseTone.Released, promise.Ending),
            PromiseState.Proposed => new(
                T["Gevraagd aan {0}: {1} Uiterlijk {2}.", T.By(promise), T.Sentence(promise), Formats.Date(promise.Due)]
            ),
            PromiseState.Declined => new(T["Niet toegezegd: {0}", T.Sentence(promise)], PromiseTone.Released),
            _ when today > promise.Due => T.Late(promise, today),
            _ => new(
                T.Open(promise),
                promise.Due.DayNumber - today.DayNumber <= Near ? PromiseTone.Soon : PromiseTone.Open,
                promise.Due.DayNumber - today.DayNumber <= Near ? T["Dat is {0}.", T.Until(promise.Due, today)] : null
            ),
        };

    /// <summary>The promise of a kind that speaks for itself, the same on page, timeline and in mail; else null.</summary>
    public static string? Promised(this Texts T, PromiseKind? kind, DateOnly due) =>
        kind switch
        {
            PromiseKind.TakeIn => T["De gemeente pakt dit uiterlijk {0} op.", Formats.Date(due)],
            PromiseKind.Answer => T["De gemeente antwoordt uiterlijk {0}.", Formats.Date(due)],
            _ => null,
        };

    private static string Open(this Texts T, PromiseRow promise) =>
        T.Promised(promise.Kind, promise.Due)
        ?? T["{0}: {1} Uiterlijk {2}.", T.By(promise), T.Sentence(promise), Formats.Date(promise.Due)];

    private static PromiseLine Late(this Texts T, PromiseRow promise, DateOnly today)
    {
        var days = today.DayNumber - promise.Due.DayNumber;
        return promise.Kind switch
        {
            PromiseKind.TakeIn => new(
                T.Count(days, "Oppakken is 1 dag te laat.", "Oppakken is {0} dagen te laat."),
                PromiseTone.Late,
                T["De gemeente zou dit uiterlijk {0} oppakken.", Formats.Date(promise.Due)]
            ),
            PromiseKind.Answer => new(
                T.Count(days, "Dit antwoord is 1 dag te laat.", "Dit antwoord is {0} dagen te laat."),
                PromiseTone.Late,
                T["De gemeente zou uiterlijk {0} antwoorden.", Formats.Date(promise.Due)]
            ),
            _ => new(
                T.Count(days, "Deze toezegging is 1 dag te laat.", "Deze toezegging is {0} dagen te laat."),
                PromiseTone.Late,
                T["{0}: {1} Uiterlijk {2}.", T.By(promise), T.Sentence(promise), Formats.Date(promise.Due)]
            ),
        };
    }

    private static PromiseLine Kept(this Texts T, PromiseRow promise)
    {
        var on = DutchTime.DateOf(promise.EndedAt!.Value);
        var days = on.DayNumber - promise.Due.DayNumber;
        return new(
            promise.Kind switch
            {
                PromiseKind.TakeIn => T["De gemeente pakte dit op op {0}.", Formats.Date(on)],
                PromiseKind.Answer => T["De gemeente antwoordde op {0}.", Formats.Date(on)],
                _ => T["{0}: {1} Gedaan op {2}.", T.By(promise), T.Sentence(promise), Formats.Date(on)],
            },
            PromiseTone.Kept,
            days > 0 ? T.Count(days, "Dat was 1 dag te laat.", "Dat was {0} dagen te laat.") : null
        );
    }

    private static string Released(this Texts T, PromiseRow promise) =>
        promise.Kind switch
        {
            PromiseKind.TakeIn => T["Oppakken hoeft niet meer."],
            PromiseKind.Answer => T["Een antwoord hoeft niet meer."],
            _ => T["Vervallen: {0}", T.Sentence(promise)],
        };

    /// <summary>A resident who promises something stands nowhere by name.</summary>
    private static string By(this Texts T, PromiseRow promise) => promise.By.Length > 0 ? promise.By : T["Een bewoner"];

    private static string Sentence(this Texts T, PromiseRow promise)
    {
        var words = T.What(promise.Kind, promise.What, "");
        return words.Length > 0 && char.IsLetterOrDigit(words[^1]) ? words + "." : words;
    }
}
