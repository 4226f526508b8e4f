using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Subjects.Links;

/// <summary>Each relation in words, from both ends.</summary>
public static class LinkWords
{
    /// <summary>Behind the name of a kind in a form, for the other way round.</summary>
    private const string Back = "-terug";

    /// <param name="isFrom">As said of the subject whose page it is, else of the other.</param>
    public static string NameOf(this Texts T, RelationKind kind, bool isFrom) =>
        (kind, isFrom) switch
        {
            (RelationKind.BelongsTo, true) => T["Hoort bij"],
            (RelationKind.BelongsTo, false) => T["Hier hoort bij"],
            (RelationKind.FollowsFrom, true) => T["Volgt uit"],
            (RelationKind.FollowsFrom, false) => T["Hier volgde uit"],
            (RelationKind.CarriesOut, true) => T["Voert uit"],
            (RelationKind.CarriesOut, false) => T["Wordt uitgevoerd door"],
            (RelationKind.Replaces, true) => T["Komt in de plaats van"],
            (RelationKind.Replaces, false) => T["Is vervangen door"],
            _ => T["Gaat over hetzelfde als"],
        };

    /// <summary>'initiatief'; empty for a kind that needs no name.</summary>
    public static string NameOf(this Texts T, SubjectKind kind) =>
        kind switch
        {
            SubjectKind.Village => T["dorp"],
            SubjectKind.Theme => T["thema"],
            SubjectKind.Initiative => T["initiatief"],
            SubjectKind.Signal => T["signaal"],
            SubjectKind.SharedConcern => T["gedeeld signaal"],
            SubjectKind.Standpoint => T["standpunt"],
            SubjectKind.VillageRequest => T["verzoek"],
            SubjectKind.Help => T["hulpvraag of aanbod"],
            SubjectKind.Development => T["ontwikkeling"],
            SubjectKind.Dossier => T["plan van de gemeente"],
            SubjectKind.Agreement => T["afspraak op papier"],
            SubjectKind.Advice => T["advies"],
            _ => "",
        };

    public static IReadOnlyList<Choice> Relations(this Texts T) =>
        [
            .. Enum.GetValues<RelationKind>()
                .SelectMany(kind =>
                    kind == RelationKind.SameMatter
                        ? [new Choice(kind, T.NameOf(kind, isFrom: true))]
                        : new[]
                        {
                            new Choice(kind, T.NameOf(kind, isFrom: true)),
                            new Choice(kind + Back, T.NameOf(kind, isFrom: false)),
                        }
                ),
        ];

    /// <summary>Reads what <see cref="Relations"/> offered; null for anything else.</summary>
    public static (RelationKind Kind, bool IsFrom)? Read(string? typed)
    {
        var isFrom = typed?.EndsWith(Back, StringComparison.Ordinal) != true;
        var name = isFrom ? typed : typed![..^Back.Length];
        return Array.Find(Enum.GetNames<RelationKind>(), known => known == name) is { } found
            ? (Enum.Parse<RelationKind>(found), isFrom)
            : null;
    }
}
