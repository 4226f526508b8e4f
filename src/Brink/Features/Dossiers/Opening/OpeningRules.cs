using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Dossiers.Opening;

/// <summary>What must be answered to open a dossier, and what the same words must be when they are changed later.</summary>
public static class OpeningRules
{
    private const int LongestTitle = 120;
    private const int TitleColumn = 180;

    public static Outcome OfWhat(OpeningAnswers answers, string prefix = "") =>
        Outcome.Of([
            .. Missing(prefix + "NewTitle", answers.Title, Texts.Mark("Zeg in een paar woorden waar het om gaat.")),
            .. Missing(prefix + "What", answers.What, Texts.Mark("Schrijf wat de gemeente wil gaan doen.")),
            .. Missing(prefix + "Why", answers.Why, Texts.Mark("Schrijf waarom. Eén zin is genoeg.")),
            .. Typed.Fits(prefix + "NewTitle", answers.Title, LongestTitle, TitleColumn),
            .. Typed.Fits(prefix + "What", answers.What, Dossier.LongestText, Dossier.LongestText * 2),
            .. Typed.Fits(prefix + "Why", answers.Why, Dossier.LongestText, Dossier.LongestText * 2),
        ]);

    public static Outcome OfDeciding(OpeningAnswers answers, string prefix = "") =>
        Outcome.Of([
            .. Missing(prefix + "WhoDecides", answers.WhoDecides, Texts.Mark("Schrijf wie er in het eind beslist.")),
            .. Typed.Fits(prefix + "WhoDecides", answers.WhoDecides, Dossier.LongestLine, Dossier.LongestLine * 2),
            .. DossierWording.Levels.Contains(answers.Level)
                ? Array.Empty<Refusal>()
                : [new Refusal(prefix + "Level", "Kies hoe ver de dorpen meedoen.")],
        ]);

    /// <summary>Who only informs may leave open what is open; anybody else says it.</summary>
    public static Outcome OfRoom(OpeningAnswers answers, string prefix = "") =>
        Outcome.Of([
            .. answers.Level == InvolvementLevel.Inform
                ? []
                : Missing(
                    prefix + "Open",
                    answers.Open,
                    Texts.Mark(
                        "Schrijf wat dorpen nog kunnen veranderen. Is dat niets? Kies dan bij de vorige vraag 'Informeren'."
                    )
                ),
            .. Typed.Fits(prefix + "Fixed", answers.Fixed, Dossier.LongestText, Dossier.LongestText * 2),
            .. Typed.Fits(prefix + "Open", answers.Open, Dossier.LongestText, Dossier.LongestText * 2),
        ]);

    public static Outcome OfStages(OpeningAnswers answers, DateOnly today)
    {
        var dates = answers.Planned.After(answers.Stage);
        return Outcome.Of([
            .. answers.Stage switch
            {
                >= Stage.Draft when answers.DraftOn is null =>
                [
                    new Refusal("DraftOn", "Vul in sinds wanneer er een ontwerp is. Iedereen kan dat lezen."),
                ],
                >= Stage.Draft when answers.DraftOn > today => [new Refusal("DraftOn", "Deze dag moet nog komen.")],
                _ => Array.Empty<Refusal>(),
            },
            .. dates
                .Where(date => date.On < today)
                .Select(date => new Refusal(DossierLinks.PlannedField(date.Stage), "Deze datum is al voorbij.")),
            .. Dossier.CheckOrder(dates),
        ]);
    }

    public static Outcome OfReaders(OpeningAnswers answers, DateOnly today) =>
        !answers.InConfidence
            ? Outcome.Done
            : Outcome.Of([
                .. answers.Readers.Length == 0
                    ? [new Refusal("ReaderKeys", "Kies minstens één persoon die het in vertrouwen leest.")]
                    : Array.Empty<Refusal>(),
                .. answers.Until is not { } until
                    ? [new Refusal("Until", "Kies tot en met wanneer het in vertrouwen blijft.")]
                : until < today ? [new Refusal("Until", "Deze datum is al voorbij.")]
                : until > today.AddDays(Dossier.LongestConfidence)
                    ?
                    [
                        new Refusal(
                            "Until",
                            "In vertrouwen kan hoogstens {0} dagen duren. Daarna moeten dorpen het weten.",
                            Dossier.LongestConfidence
                        ),
                    ]
                : Array.Empty<Refusal>(),
            ]);

    private static IEnumerable<Refusal> Missing(string field, string? text, string message)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new Refusal(field, message);
        }
    }
}
