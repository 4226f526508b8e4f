using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives;

/// <summary>An initiative as a row with meaning: where, how far, what is needed now, and what was promised.</summary>
public static class InitiativeRowWords
{
    public static ListRow ListRow(this Texts T, InitiativeRow row, DateOnly today) =>
        new(
            row.Title,
            InitiativeLinks.Show(row.Id, row.Slug),
            row.Village,
            T.StatusOf(row.Phase),
            T["sinds {0}", Formats.Date(row.PhaseSince)],
            T.Needed(row, today),
            row.Promise is { } promise
                ? T.PromiseLine(
                    new PromiseRow(
                        promise.Kind,
                        promise.What,
                        promise.By ?? T["Een bewoner"],
                        promise.Due,
                        PromiseState.Open,
                        null,
                        ""
                    ),
                    today
                )
                : null,
            row.PhotoId is { } photo
                ? InitiativeLinks.Photo(row.Id, photo) + "?breedte=320"
                : ThemePictures.For(row.Drawing),
            row.IsExample ? T["Voorbeeld"] : null
        );

    private static string? Needed(this Texts T, InitiativeRow row, DateOnly today) =>
        (row.NextStep, row.NextStepDate, row.Answer) switch
        {
            ({ Length: > 0 } step, { } date, _) when date < today => T[
                "Volgende stap: {0} Dit zou op {1} klaar zijn.",
                AsSentence(step),
                Formats.Date(date)
            ],
            ({ Length: > 0 } step, { } date, _) => T[
                "Volgende stap: {0} Op {1}.",
                AsSentence(step),
                Formats.Date(date)
            ],
            ({ Length: > 0 } step, null, _) => T["Volgende stap: {0}", AsSentence(step)],
            (_, _, { } answer) => T["Antwoord van de gemeente: {0}", T.NameOf(answer)],
            _ => null,
        };

    public static string AsSentence(string words) =>
        words.Length > 0 && char.IsLetterOrDigit(words[^1]) ? words + "." : words;
}
