using System.Globalization;
using Brink.Platform.Database;
using Brink.Platform.Maps;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Spots;

/// <summary>
/// The map of one village on which a spot is pointed out. What it shows follows from the choice alone, so that a press
/// means the same on the server as on the screen.
/// </summary>
public sealed class SpotMap
{
    /// <summary>Of the drawing, in its own units.</summary>
    public const int Width = 560;

    /// <summary>The mark: its tip is the spot.</summary>
    private const string Pin =
        "<path class=\"brink-map__pin\" d=\"M0 0C-4-17-19-25-19-41a19 19 0 1 1 38 0C19-25 4-17 0 0z\"/>"
        + "<circle class=\"brink-map__eye\" cy=\"-41\" r=\"7\"/>";

    private readonly IReadOnlyList<(long? VillageId, string Name, GeoArea Area)> areas;
    private readonly GeoBounds village;
    private readonly long villageId;

    private SpotMap(
        long villageId,
        GeoBounds village,
        IReadOnlyList<(long? VillageId, string Name, GeoArea Area)> areas
    )
    {
        this.villageId = villageId;
        this.village = village;
        this.areas = areas;
    }

    /// <summary>One query.</summary>
    /// <param name="own">Only what belongs to the village: enough to show a spot, not to check one.</param>
    /// <returns>Null when no borders are known to draw a map from.</returns>
    public static async Task<SpotMap?> LoadAsync(
        BrinkDb db,
        long villageId,
        CancellationToken cancellation,
        bool own = false
    )
    {
        var found = await db
            .Areas.AsNoTracking()
            .Where(a => !own || a.VillageId == villageId)
            .OrderBy(a => a.Code)
            .Select(a => new
            {
                a.VillageId,
                a.Name,
                a.Geometry,
            })
            .ToArrayAsync(cancellation);
        var areas = found.Select(a => (a.VillageId, a.Name, Area: GeoJson.ReadArea(a.Geometry))).ToArray();
        var ofVillage = areas.Where(a => a.VillageId == villageId).ToArray();
        var shown = ofVillage.Length > 0 ? ofVillage : areas;
        return shown.Length == 0
            ? null
            : new(villageId, shown.Select(a => a.Area.Bounds).Aggregate((a, b) => a.With(b)), areas);
    }

    public bool IsInMunicipality(GeoPosition at) => areas.Any(a => a.Area.Contains(at));

    public bool IsInVillage(GeoPosition at) => areas.Any(a => a.VillageId == villageId && a.Area.Contains(at));

    /// <summary>The whole village stays where it is; a part of it lies around the mark.</summary>
    public MapProjection Shown(SpotChoice choice)
    {
        var whole = choice.At is { } at ? village.With(GeoBounds.Around([at])) : village;
        var middle = new GeoPosition((whole.West + whole.East) / 2, (whole.South + whole.North) / 2);
        var across = (whole.East - whole.West) * Math.Cos(middle.Latitude * Math.PI / 180);
        var span = Math.Max(Math.Max(across, whole.North - whole.South), 0.008) * 1.25;
        return choice.Part switch
        {
            SpotPart.Around => MapProjection.Around(middle, span * 4, Width),
            SpotPart.Whole => MapProjection.Around(middle, span, Width),
            SpotPart.Half => MapProjection.Around(choice.At ?? middle, span / 2, Width),
            _ => MapProjection.Around(choice.At ?? middle, span / 4, Width),
        };
    }

    /// <param name="name">What the map is of.</param>
    public IHtmlContent Draw(SpotChoice choice, string name)
    {
        var projection = Shown(choice);
        return SvgMap.Draw(
            projection,
            name,
            areas
                .OrderBy(a => a.VillageId is not null)
                .Where(a => IsInSight(a.Area, projection))
                .Select(a => new DrawnArea(
                    a.Area,
                    a.Name,
                    IsChosen: a.VillageId == villageId,
                    Label: a.VillageId is null ? null : a.Name
                )),
            [],
            Scale(projection) + Mark(projection, choice.At)
        );
    }

    /// <summary>What a length on the drawing is on the ground, in a round number of metres.</summary>
    private static string Scale(MapProjection projection)
    {
        int[] lengths = [20000, 10000, 5000, 2000, 1000, 500, 200, 100];
        var metres = Array.Find(lengths, length => length / projection.MetresPerUnit < Width / 3.0);
        var units = metres / projection.MetresPerUnit;
        var bottom = projection.Height - 16;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<path class=\"brink-map__scale\" d=\"M16 {bottom - 8}v8h{units:0.#}v-8\"/><text class=\"brink-map__length\" x=\"16\" y=\"{bottom - 16}\" aria-hidden=\"true\">{(metres >= 1000 ? metres / 1000 : metres)} {(metres >= 1000 ? "km" : "m")}</text>"
        );
    }

    /// <summary>Also without a spot, out of sight: a press can then show it at once.</summary>
    private static string Mark(MapProjection projection, GeoPosition? at)
    {
        var (x, y) = at is { } spot ? projection.Place(spot) : (0, 0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<g class=\"brink-map__mark\" transform=\"translate({x:0.#} {y:0.#})\"{(at is null ? " display=\"none\"" : "")}>{Pin}</g>"
        );
    }

    private static bool IsInSight(GeoArea area, MapProjection projection)
    {
        var (northWest, southEast) = (projection.PositionAt(0, 0), projection.PositionAt(Width, projection.Height));
        var bounds = area.Bounds;
        return bounds.West <= southEast.Longitude
            && bounds.East >= northWest.Longitude
            && bounds.South <= northWest.Latitude
            && bounds.North >= southEast.Latitude;
    }
}
