using Brink.Platform.Localisation;

namespace Brink.Features.Subjects;

/// <summary>What several of a kind are called, above a list of them.</summary>
public static class SubjectKindWords
{
    public static string NameOf(this Texts T, SubjectKind kind) =>
        kind switch
        {
            SubjectKind.Village => T["Dorpen"],
            SubjectKind.Theme => T["Thema's"],
            SubjectKind.Signal => T["Signalen"],
            SubjectKind.SharedConcern => T["Wat speelt er?"],
            SubjectKind.Standpoint => T["Standpunten"],
            SubjectKind.VillageRequest => T["Verzoeken aan een dorp"],
            SubjectKind.Help => T["Hulp"],
            SubjectKind.Development => T["Ontwikkelingen"],
            SubjectKind.Expert => T["Wie weet het?"],
            SubjectKind.Dossier => T["Plannen van de gemeente"],
            SubjectKind.Agreement => T["Afspraken op papier"],
            SubjectKind.Check => T["Samen terugkijken"],
            SubjectKind.Newsletter => T["Nieuwsbrieven"],
            SubjectKind.Advice => T["Adviezen"],
            _ => T["Initiatieven"],
        };
}
