namespace Brink.Features.Shared;

/// <summary>The drawing that stands in for a photo.</summary>
public static class ThemePictures
{
    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal)
    {
        "ontmoeten",
        "spelen-en-bewegen",
        "groen-en-natuur",
        "verkeer",
        "wonen",
        "zorg",
        "energie",
        "cultuur",
        "voorzieningen",
    };

    public static string For(string? theme) =>
        $"/img/themes/{(theme is not null && Drawn.Contains(theme) ? theme : "overig")}.svg";
}
