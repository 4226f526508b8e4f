namespace Brink.Features.Subjects;

/// <summary>What kinds of subjects are called in the open interface. Programs count on these: they stay.</summary>
public static class SubjectCodes
{
    public static string Of(SubjectKind kind) =>
        kind switch
        {
            SubjectKind.Village => "dorp",
            SubjectKind.Theme => "thema",
            SubjectKind.Initiative => "initiatief",
            SubjectKind.Signal => "signaal",
            SubjectKind.SharedConcern => "gedeeld-signaal",
            SubjectKind.Standpoint => "standpunt",
            SubjectKind.VillageRequest => "verzoek",
            SubjectKind.Help => "hulp",
            SubjectKind.Development => "ontwikkeling",
            SubjectKind.Expert => "kenner",
            SubjectKind.Dossier => "dossier",
            SubjectKind.Agreement => "afspraak",
            SubjectKind.Check => "terugblik",
            SubjectKind.Newsletter => "nieuwsbrief",
            SubjectKind.Advice => "advies",
            _ => throw new ArgumentOutOfRangeException(
                nameof(kind),
                kind,
                "A kind without a code; each must have one."
            ),
        };
}
