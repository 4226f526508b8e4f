using System.Globalization;

namespace Brink.Features.Subjects;

/// <summary>The page of any subject: its kind's own word, its number and its title.</summary>
public static class SubjectLinks
{
    public static string Of(SubjectKind kind, long id, string slug) =>
        kind switch
        {
            SubjectKind.Initiative => Page("initiatieven", id, slug),
            SubjectKind.Village => Page("dorpen", id, slug),
            SubjectKind.Signal => Page("signalen", id, slug),
            SubjectKind.SharedConcern => Page("wat-speelt-er", id, slug),
            SubjectKind.Standpoint => Page("standpunten", id, slug),
            SubjectKind.VillageRequest => Page("verzoeken", id, slug),
            SubjectKind.Help => Page("hulp", id, slug),
            SubjectKind.Expert => Page("wie-weet-het", id, slug),
            SubjectKind.Development => Page("ontwikkelingen", id, slug),
            SubjectKind.Dossier => Page("dossiers", id, slug),
            SubjectKind.Agreement => Page("afspraken", id, slug),
            SubjectKind.Check => Page("samen-terugkijken", id, slug),
            SubjectKind.Newsletter => Page("nieuwsbrieven", id, slug),
            SubjectKind.Advice => Page("adviezen", id, slug),
            // A theme has no page of its own: it is a way to look at the initiatives.
            SubjectKind.Theme => string.Create(CultureInfo.InvariantCulture, $"/initiatieven?thema={id}"),
            _ => "/",
        };

    private static string Page(string kind, long id, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"/{kind}/{id}-{slug}");
}
