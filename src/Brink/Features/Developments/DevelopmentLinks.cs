using System.Globalization;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;

namespace Brink.Features.Developments;

/// <summary>The addresses of the watch list. Addresses are promises: they stay.</summary>
public static class DevelopmentLinks
{
    public const string List = "/ontwikkelingen";
    public const string New = "/ontwikkelingen/nieuw";

    public static string Show(long id, string slug) => SubjectLinks.Of(SubjectKind.Development, id, slug);

    public static string Edit(long id) => Act(id, "aanpassen");

    /// <summary>Make something of it.</summary>
    public static string Step(long id) => Act(id, "stap");

    public static string Close(long id) => Act(id, "afsluiten");

    private static string Act(long id, string act) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}/{act}");
}

public static class DevelopmentWordsShown
{
    public static string NameOf(this Texts T, DevelopmentLevel level) =>
        level switch
        {
            DevelopmentLevel.Local => T["In de dorpen"],
            DevelopmentLevel.Municipal => T["Bij de gemeente"],
            _ => T["In het land"],
        };

    /// <summary>'Doen voor 4 december 2026.'</summary>
    public static string? ActBy(this Texts T, DateOnly? day, DateOnly today) =>
        day switch
        {
            null => null,
            { } date when date < today => T["Er moest iets gebeuren voor {0}.", Formats.Date(date)],
            { } date => T["Doe iets voor {0}.", Formats.Date(date)],
        };
}
