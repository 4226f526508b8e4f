using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Brink.Platform.Maps;

/// <param name="Name">What it is called, for who hears the map and as a hint.</param>
/// <param name="Address">Where a press leads; null for a drawing alone.</param>
/// <param name="Label">Words drawn on the area; null for none.</param>
/// <param name="LabelAt">Where they stand; null for the middle.</param>
public sealed record DrawnArea(
    GeoArea Area,
    string Name,
    string? Address = null,
    bool IsChosen = false,
    string? Label = null,
    GeoPosition? LabelAt = null
);

/// <param name="Name">What it is called, for who hears the map and as a hint.</param>
/// <param name="IsLabelled">Whether the name is drawn beside it, where there is room.</param>
/// <param name="IsAlone">Large: the one spot the map is about.</param>
public sealed record DrawnSpot(
    GeoPosition At,
    string Name,
    string? Address = null,
    bool IsLabelled = false,
    bool IsAlone = false
);

/// <summary>
/// A map as SVG: areas below, spots above, names on top; colours by the classes <c>brink-map__…</c>. Beside it always
/// stands a list of the same things.
/// </summary>
public static class SvgMap
{
    /// <summary>A target of 24 units across, also where the mark is smaller (WCAG 2.5.8).</summary>
    private const int Target = 12;
    private const int Spot = 7;

    /// <summary>To be seen too where the whole map is as wide as a telephone.</summary>
    private const int SpotAlone = 24;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="name">What the whole map is of.</param>
    /// <param name="above">Drawn over everything else.</param>
    public static IHtmlContent Draw(
        MapProjection projection,
        string name,
        IEnumerable<DrawnArea> areas,
        IEnumerable<DrawnSpot> spots,
        string above = ""
    )
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {projection.Width} {projection.Height}\" role=\"group\" aria-label=\"{Encoder.Encode(name)}\">"
        );
        var labels = new StringBuilder();
        foreach (var area in areas)
        {
            Part(svg, area.Name, area.Address, () => Path(svg, projection, area));
            Label(labels, projection, area);
        }
        var marks = spots.ToArray();
        foreach (var spot in marks)
            Part(svg, spot.Name, spot.Address, () => Circles(svg, projection.Place(spot.At), spot.IsAlone));
        foreach (var label in SpotLabels.Place(projection, [.. marks.Where(spot => spot.IsLabelled)], Spot))
            labels.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"brink-map__name brink-map__name--spot\" x=\"{label.X:0.#}\" y=\"{label.Y:0.#}\" pointer-events=\"none\" aria-hidden=\"true\">{Encoder.Encode(label.Name)}</text>"
            );
        return new HtmlString(svg.Append(labels).Append(above).Append("</svg>").ToString());
    }

    private static void Part(StringBuilder svg, string name, string? address, Action draw)
    {
        var encoded = Encoder.Encode(name);
        svg.Append(
            address is null
                ? $"<g role=\"img\" aria-label=\"{encoded}\">"
                : $"<a href=\"{Encoder.Encode(OwnAddress(address))}\" aria-label=\"{encoded}\">"
        );
        svg.Append($"<title>{encoded}</title>");
        draw();
        svg.Append(address is null ? "</g>" : "</a>");
    }

    private static void Path(StringBuilder svg, MapProjection projection, DrawnArea area)
    {
        svg.Append("<path class=\"brink-map__area").Append(area.IsChosen ? " brink-map__area--chosen" : "");
        svg.Append("\" fill-rule=\"evenodd\" d=\"");
        foreach (var ring in area.Area.Rings)
        {
            // The last position is the first again; z closes the ring.
            for (var i = 0; i < ring.Count - 1; i++)
            {
                var (x, y) = projection.Place(ring[i]);
                svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
            }
            svg.Append('z');
        }
        svg.Append("\"/>");
    }

    private static void Circles(StringBuilder svg, (double X, double Y) at, bool isAlone) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{at.X:0.#}\" cy=\"{at.Y:0.#}\" r=\"{Target}\" fill=\"none\" pointer-events=\"all\"/><circle class=\"brink-map__spot\" cx=\"{at.X:0.#}\" cy=\"{at.Y:0.#}\" r=\"{(isAlone ? SpotAlone : Spot)}\"/>"
        );

    private static void Label(StringBuilder svg, MapProjection projection, DrawnArea area)
    {
        if (area.Label is null)
            return;
        var bounds = area.Area.Bounds;
        var middle = new GeoPosition((bounds.West + bounds.East) / 2, (bounds.South + bounds.North) / 2);
        var (x, y) = projection.Place(area.LabelAt ?? middle);
        // The name is heard with the area already, and a press on it reaches what lies below.
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"brink-map__name\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\" pointer-events=\"none\" aria-hidden=\"true\">{Encoder.Encode(area.Label)}</text>"
        );
    }

    private static string OwnAddress(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)
            ? address
            : throw new ArgumentException("A map links to own pages only.", nameof(address));
}
