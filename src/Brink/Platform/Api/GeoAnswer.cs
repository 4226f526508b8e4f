using System.Globalization;
using System.Text.Json.Nodes;

namespace Brink.Platform.Api;

/// <summary>Degrees, WGS 84; west and south first.</summary>
public readonly record struct BoundingBox(double West, double South, double East, double North)
{
    public static BoundingBox? TryParse(string text)
    {
        var parts = text.Split(',');
        var numbers = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (
                parts.Length != 4
                || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i])
            )
            {
                return null;
            }
        }

        var box = new BoundingBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        return
            box is { West: >= -180, South: >= -90, East: <= 180, North: <= 90 }
            && box.West <= box.East
            && box.South <= box.North
            ? box
            : null;
    }

    public bool Touches(BoundingBox other) =>
        West <= other.East && other.West <= East && South <= other.North && other.South <= North;

    public BoundingBox With(BoundingBox other) =>
        new(
            Math.Min(West, other.West),
            Math.Min(South, other.South),
            Math.Max(East, other.East),
            Math.Max(North, other.North)
        );

    public JsonArray ToJson() => [West, South, East, North];
}

/// <summary>Something with a place (RFC 7946).</summary>
public sealed record GeoItem(long Id, JsonObject Geometry, JsonObject Properties);

/// <summary>Places as GeoJSON in CRS84, with the box they fill.</summary>
public static class GeoAnswer
{
    public const string ContentType = "application/geo+json";
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    public static JsonObject Point(double longitude, double latitude) =>
        new() { ["type"] = "Point", ["coordinates"] = new JsonArray(longitude, latitude) };

    /// <summary>Areas that together are one place; null when there are none.</summary>
    public static JsonObject? Together(IEnumerable<string> geometries)
    {
        var polygons = new JsonArray();
        foreach (var geometry in geometries.Select(text => JsonNode.Parse(text)!.AsObject()))
        {
            var coordinates = geometry["coordinates"];
            if ((string?)geometry["type"] == "Polygon")
            {
                polygons.Add(coordinates!.DeepClone());
            }
            else if ((string?)geometry["type"] == "MultiPolygon")
            {
                foreach (var polygon in coordinates!.AsArray())
                {
                    polygons.Add(polygon!.DeepClone());
                }
            }
        }

        return polygons.Count == 0 ? null : new() { ["type"] = "MultiPolygon", ["coordinates"] = polygons };
    }

    public static IResult Of(HttpContext context, IEnumerable<GeoItem> features, BoundingBox? within)
    {
        if (
            context.Request.Headers["Accept-Crs"].ToString() is { Length: > 0 } asked
            && asked.Trim('<', '>', ' ') != Crs84
        )
        {
            return ApiProblem.Of(StatusCodes.Status406NotAcceptable);
        }

        var shown = new JsonArray();
        BoundingBox? all = null;
        foreach (var feature in features)
        {
            if (BoxOf(feature.Geometry["coordinates"]) is not { } box || within is { } wanted && !box.Touches(wanted))
            {
                continue;
            }

            all = all?.With(box) ?? box;
            shown.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["type"] = "Feature",
                        ["id"] = feature.Id,
                        ["bbox"] = box.ToJson(),
                        ["geometry"] = feature.Geometry,
                        ["properties"] = feature.Properties,
                    }
            );
        }

        var collection = new JsonObject { ["type"] = "FeatureCollection" };
        if (all is { } whole)
        {
            collection["bbox"] = whole.ToJson();
        }

        collection["features"] = shown;
        context.Response.Headers["Content-Crs"] = $"<{Crs84}>";
        return Results.Json(collection, contentType: ContentType);
    }

    private static BoundingBox? BoxOf(JsonNode? coordinates)
    {
        if (coordinates is not JsonArray array || array.Count == 0)
        {
            return null;
        }

        if (array[0] is JsonValue)
        {
            var (longitude, latitude) = ((double)array[0]!, (double)array[1]!);
            return new BoundingBox(longitude, latitude, longitude, latitude);
        }

        BoundingBox? all = null;
        foreach (var part in array)
        {
            if (BoxOf(part) is { } box)
            {
                all = all?.With(box) ?? box;
            }
        }

        return all;
    }
}
