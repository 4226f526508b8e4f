using System.Globalization;
using Brink.Platform;
using Brink.Platform.Maps;

namespace Brink.Features.Places.Spots;

/// <summary>
/// What a press on the map means. The form carries the choice that was on the screen; the press says what becomes of
/// it, in pixels of the picture.
/// </summary>
public static class SpotForm
{
    /// <summary>
    /// A browser sends pixels of the picture as it was shown, so the picture has known sizes and the name of what was
    /// pressed tells which. The styles show one of them.
    /// </summary>
    public static readonly IReadOnlyList<int> Sizes = [288, 344, 560];

    /// <summary>One press on an arrow, in units of the drawing.</summary>
    public const double Stride = 7;

    /// <summary>Buttons that change the choice and keep nothing.</summary>
    public const string Act = "Do";
    public const string Closer = "closer";
    public const string Further = "further";
    public const string Remove = "remove";
    public const string North = "north";
    public const string South = "south";
    public const string West = "west";
    public const string East = "east";

    public static string NameOf(int size) => "Press" + size.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the map was pressed or a button at it, so that the map is shown again.</summary>
    public static bool IsAboutMap(IFormCollection form) =>
        form.ContainsKey(Act)
        || Text(form, "Here").Length > 0
        || Sizes.Any(size => form.ContainsKey(NameOf(size) + ".x"));

    /// <returns>What the choice becomes; on a refusal what it was, as far as that could be read.</returns>
    public static (SpotChoice Choice, Outcome Outcome) Read(IFormCollection form, SpotMap map, string municipality)
    {
        var was = new SpotChoice(null, SpotPart.Whole);
        if (
            !Enum.TryParse<SpotPart>(Text(form, "Part"), out var part)
            || !Enum.IsDefined(part)
            || (Text(form, "Spot") is { Length: > 0 } spot && SpotChoice.Read(spot) is null)
        )
        {
            return (was, NoPlace);
        }

        was = new SpotChoice(SpotChoice.Read(Text(form, "Spot")), part);
        var shown = map.Shown(was);
        if (Press(form, shown, was.At) is not (true, var at))
        {
            return (was, NoPlace);
        }

        var next = Then(was with { At = at }, Text(form, Act), shown);
        if (next.At is { } end)
        {
            next = next with { At = SpotChoice.Rounded(end) };
        }

        return next.At is { } place && !map.IsInMunicipality(place)
            ? (was, Outcome.Refuse("", "Deze plek ligt buiten {0}. Wijs een plek aan binnen de grens.", municipality))
            : (next, Outcome.Done);
    }

    private static Outcome NoPlace => Outcome.Refuse("", "Deze plek konden wij niet lezen. Druk nog eens op de kaart.");

    /// <summary>Where the mark stands after the press, or where it stood.</summary>
    private static (bool IsReadable, GeoPosition? At) Press(IFormCollection form, MapProjection shown, GeoPosition? was)
    {
        if (Text(form, "Here") is { Length: > 0 } here)
        {
            var found = SpotChoice.Read(here);
            return (found is not null, found);
        }

        foreach (var size in Sizes.Where(size => form.ContainsKey(NameOf(size) + ".x")))
        {
            return OnPicture(Text(form, NameOf(size) + ".x"), Text(form, NameOf(size) + ".y"), size) is var (x, y)
                // The corner is what a browser sends for the Enter key: there is no pointer then.
                ? (true, (x, y) == (0, 0) ? was ?? Middle(shown) : At(shown, x * Width(size), y * Width(size)))
                : (false, null);
        }

        if (Text(form, "Moved") is { Length: > 0 } moved)
        {
            return moved.Split(' ') is [var across, var down] && OnPicture(across, down, SpotMap.Width) is var (x, y)
                ? (true, At(shown, x, y))
                : (false, null);
        }

        return (true, was);
    }

    private static double Width(int size) => (double)SpotMap.Width / size;

    private static (double X, double Y)? OnPicture(string across, string down, int size) =>
        SpotChoice.Number(across) is { } x
        && SpotChoice.Number(down) is { } y
        && x >= 0
        && x <= size
        && y >= 0
        && y <= size + 1
            ? (x, y)
            : null;

    private static SpotChoice Then(SpotChoice choice, string act, MapProjection shown)
    {
        var (x, y) = choice.At is { } at ? shown.Place(at) : (shown.Width / 2.0, shown.Height / 2.0);
        return act switch
        {
            Closer when choice.Part < SpotPart.Quarter => choice with { Part = choice.Part + 1 },
            Further when choice.Part > SpotPart.Around => choice with { Part = choice.Part - 1 },
            Remove => choice with { At = null },
            North => choice with { At = At(shown, x, y - Stride) },
            South => choice with { At = At(shown, x, y + Stride) },
            West => choice with { At = At(shown, x - Stride, y) },
            East => choice with { At = At(shown, x + Stride, y) },
            _ => choice,
        };
    }

    private static GeoPosition Middle(MapProjection shown) => At(shown, shown.Width / 2.0, shown.Height / 2.0);

    private static GeoPosition At(MapProjection shown, double x, double y) => shown.PositionAt(x, y);

    private static string Text(IFormCollection form, string name) => form[name].ToString();
}

/// <summary>The map with everything around it, for the page it stands on.</summary>
/// <param name="Village">Its name.</param>
public sealed record SpotPicker(SpotMap Map, SpotChoice Choice, string Village);
