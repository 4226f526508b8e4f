using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives.Support;

/// <summary>Support in sentences: who counts, of how many, and what is not counted together.</summary>
public static class SupportWords
{
    public static string BackedSoFar(this Texts T, SupportFigures figures) =>
        T.Count(
            figures.Backers,
            "Tot nu toe steunt 1 mens dit initiatief.",
            "Tot nu toe steunen {0} mensen dit initiatief."
        );

    /// <summary>'38 van de 890 inwoners van Hijken (4,3 %, inwoners op 1 januari 2024)'; only backers of the village itself.</summary>
    public static string ShareOf(this Texts T, SupportFigures figures, string village) =>
        figures is { Share: { } share, Inhabitants: { } inhabitants, Year: { } year }
            ? T[
                "Dat is {0} van de {1} inwoners ({2}, inwoners op 1 januari {3}).",
                Formats.Number(figures.FromVillage),
                Formats.Number(inhabitants),
                Formats.Percentage(share),
                year
            ]
            : T["Hoeveel mensen er in {0} wonen, is hier onbekend.", village];

    /// <summary>Where they come from.</summary>
    public static string WhereFrom(this Texts T, SupportFigures figures, string village) =>
        T[
            "{0} uit {1}, {2} van elders.",
            Formats.Number(figures.FromVillage),
            village,
            Formats.Number(figures.FromElsewhere)
        ];

    public static string OnPaper(this Texts T, SupportFigures figures, string village) =>
        T.Count(
            figures.PaperLists,
            "Op papier, 1 lijst: {1} handtekeningen uit {2} en {3} van elders.",
            "Op papier, {0} lijsten: {1} handtekeningen uit {2} en {3} van elders.",
            Formats.Number(figures.PaperVillage),
            village,
            Formats.Number(figures.PaperElsewhere)
        );

    /// <summary>Who says it, and from where: 'Een inwoner van Hijken'.</summary>
    public static string VoicedBy(this Texts T, ConcernView concern) =>
        concern switch
        {
            { IsOfAssociation: true } => concern.By!,
            { By: { Length: > 0 } name, Village: { } village } => T["{0} uit {1}", name, village],
            { By: { Length: > 0 } name } => T["{0}, van buiten de gemeente", name],
            { Village: { } village } => T["Een inwoner van {0}", village],
            _ => T["Iemand van buiten de gemeente"],
        };

    /// <summary>How long it waits for an answer.</summary>
    public static string Waiting(this Texts T, ConcernView concern, DateOnly today) =>
        concern.DaysWaiting(today) is var days and > 0
            ? T.Count(days, "Nog geen antwoord, sinds 1 dag.", "Nog geen antwoord, al {0} dagen.")
            : T["Nog geen antwoord."];

    public static string NameOf(this Texts T, EndorsementState state) =>
        state switch
        {
            EndorsementState.Backs => T["steunt dit"],
            EndorsementState.HasConcern => T["heeft een zorg"],
            _ => T["zegt er nu niets over"],
        };

    public static string NameOf(this Texts T, TallyState state) =>
        state switch
        {
            TallyState.CountedOnce => T["één keer geteld"],
            TallyState.Counted => T["telt mee"],
            TallyState.Differs => T["tellingen verschillen"],
            _ => T["weggehaald"],
        };

    /// <summary>The villages, that of the initiative first, and everywhere else.</summary>
    public static IReadOnlyList<Choice> Homes(
        this Texts T,
        IEnumerable<(long Id, string Name)> villages,
        long own,
        string municipality
    ) =>
        [
            .. villages.OrderByDescending(v => v.Id == own).Select(v => new Choice(v.Id, v.Name)),
            new Choice(Outside, T["Buiten de gemeente {0}", municipality]),
        ];

    /// <summary>Stands for everywhere outside the municipality in a form.</summary>
    public const long Outside = 0;
}
