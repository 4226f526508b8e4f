using System.Globalization;
using Brink.Features.Subjects;

namespace Brink.Features.Dossiers;

/// <summary>The addresses of dossiers. Addresses are promises: they stay.</summary>
public static class DossierLinks
{
    public const string List = "/dossiers";
    public const string New = "/dossiers/nieuw";
    public const string Early = "/dossiers/vroeg-erbij";
    public const string ListFeed = "/dossiers/feed";

    public static string Show(long id, string slug) => SubjectLinks.Of(SubjectKind.Dossier, id, slug);

    public static string Act(long id, string act) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}/{act}");

    public static string Edit(long id) => Act(id, "aanpassen");

    public static string Move(long id) => Act(id, "stap");

    public static string Replan(long id) => Act(id, "planning");

    public static string Touch(long id) => Act(id, "dorpen");

    public static string Letters(long id) => Act(id, "brieven");

    public static string HandOver(long id) => Act(id, "overdragen");

    public static string End(long id) => Act(id, "afronden");

    public static string Tell(long id) => Act(id, "vertellen");

    public static string Confidence(long id) => Act(id, "vertrouwelijk");

    public static string SayBack(long id) => Act(id, "terugzeggen");

    public static string Receipt(long id) => Act(id, "geopend");

    public static string Whole(long id) => Act(id, "van-eerste-woord-tot-besluit");

    public static string Feed(long id) => Act(id, "feed");

    public static string InVillage(long villageId) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}?dorp={villageId}");

    public static string AboutTheme(long themeId) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}?thema={themeId}");

    public static string Of(int year) => string.Create(CultureInfo.InvariantCulture, $"{Early}?jaar={year}");

    public static string Follow(long id) => string.Create(CultureInfo.InvariantCulture, $"/volgen/{id}");

    /// <summary>The form field in which the planned date of a stage is asked.</summary>
    public static string PlannedField(Stage stage) => "Planned." + stage;
}
