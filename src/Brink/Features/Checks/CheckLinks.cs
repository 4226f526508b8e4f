using System.Globalization;
using Brink.Features.Subjects;

namespace Brink.Features.Checks;

/// <summary>The addresses of looking back together. Addresses are promises: they stay.</summary>
public static class CheckLinks
{
    public const string Results = "/samen-terugkijken";

    public static string Show(long id, string slug) => SubjectLinks.Of(SubjectKind.Check, id, slug);

    /// <param name="associationId">The association that answers, where somebody may answer for more than one.</param>
    public static string Answer(long id, long? associationId = null) =>
        Act(id, "invullen")
        + (associationId is { } one ? string.Create(CultureInfo.InvariantCulture, $"?namens={one}") : "");

    public static string Received(long id) => Act(id, "ontvangen");

    private static string Act(long id, string act) =>
        string.Create(CultureInfo.InvariantCulture, $"{Results}/{id}/{act}");
}
