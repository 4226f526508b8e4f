using System.Text.Json;

namespace Brink.Platform.Maps;

/// <summary>GeoJSON that can't be read as meant.</summary>
public sealed class GeoJsonException(string problem, Exception? cause = null) : FormatException(problem, cause);

/// <param name="Area">Of a Polygon or MultiPolygon; null for a point.</param>
/// <param name="Position">Of a Point; null for an area.</param>
/// <param name="Properties">As they stand, numbers and texts alike written as text; empty ones are left out.</param>
public sealed record GeoFeature(GeoArea? Area, GeoPosition? Position, IReadOnlyDictionary<string, string> Properties);

/// <summary>Reads GeoJSON (RFC 7946): points, polygons and multipolygons in WGS 84, longitude first.</summary>
public static class GeoJson
{
    private const int MostPositions = 1_000_000;

    /// <summary>A border: a geometry by itself, or a feature.</summary>
    /// <exception cref="GeoJsonException"/>
    public static GeoArea ReadArea(string json) =>
        Read(json, root => Feature(root).Area) ?? throw new GeoJsonException("a Polygon or MultiPolygon is needed");

    /// <exception cref="GeoJsonException"/>
    public static GeoPosition ReadPosition(string json) =>
        Read(json, root => Feature(root).Position) ?? throw new GeoJsonException("a Point is needed");

    /// <summary>The features of a collection, in order; features without a geometry are left out.</summary>
    /// <exception cref="GeoJsonException">Also when a feature is of another kind than points and areas.</exception>
    public static IReadOnlyList<GeoFeature> ReadFeatures(string json) =>
        Read<IReadOnlyList<GeoFeature>>(
            json,
            root =>
            {
                if (Kind(root) != "FeatureCollection")
                    throw new GeoJsonException("a FeatureCollection is needed");
                return
                [
                    .. Member(root, "features", JsonValueKind.Array)
                        .EnumerateArray()
                        .Where(feature =>
                            feature.ValueKind != JsonValueKind.Object
                            || !feature.TryGetProperty("geometry", out var geometry)
                            || geometry.ValueKind != JsonValueKind.Null
                        )
                        .Select(Feature),
                ];
            }
        );

    private static TResult Read<TResult>(string json, Func<JsonElement, TResult> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new GeoJsonException("this is no JSON: " + problem.Message, problem);
        }
    }

    private static GeoFeature Feature(JsonElement element)
    {
        var isFeature = Kind(element) == "Feature";
        var geometry = isFeature ? Member(element, "geometry", JsonValueKind.Object) : element;
        var coordinates = Member(geometry, "coordinates", JsonValueKind.Array);
        var left = MostPositions;
        GeoArea? area = Kind(geometry) switch
        {
            "Point" => null,
            "Polygon" => Area(Rings(coordinates, ref left)),
            "MultiPolygon" => MultiArea(coordinates, ref left),
            var other => throw new GeoJsonException($"a geometry of kind {other} is neither a point nor an area"),
        };
        return new GeoFeature(
            area,
            area is null ? Position(coordinates) : null,
            isFeature ? Properties(element) : new Dictionary<string, string>()
        );
    }

    private static GeoArea MultiArea(JsonElement polygons, ref int left)
    {
        var rings = new List<IReadOnlyList<GeoPosition>>();
        foreach (var polygon in List(polygons))
            rings.AddRange(Rings(polygon, ref left));
        return Area(rings);
    }

    private static GeoArea Area(List<IReadOnlyList<GeoPosition>> rings) =>
        rings.Count > 0 ? new GeoArea(rings) : throw new GeoJsonException("a polygon without rings");

    private static List<IReadOnlyList<GeoPosition>> Rings(JsonElement polygon, ref int left)
    {
        var rings = new List<IReadOnlyList<GeoPosition>>();
        foreach (var ring in List(polygon))
        {
            if ((left -= List(ring).Count()) < 0)
                throw new GeoJsonException($"more than {MostPositions} positions");
            var positions = List(ring).Select(Position).ToArray();
            if (positions.Length < 4 || positions[0] != positions[^1])
                throw new GeoJsonException("a ring has four or more positions, the last being the first");
            rings.Add(positions);
        }
        return rings;
    }

    private static GeoPosition Position(JsonElement element)
    {
        var numbers = List(element).Take(2).ToArray();
        if (
            numbers.Length == 2
            && Array.TrueForAll(numbers, number => number.ValueKind == JsonValueKind.Number)
            && numbers[0].TryGetDouble(out var longitude)
            && numbers[1].TryGetDouble(out var latitude)
            && Math.Abs(longitude) <= 180
            && Math.Abs(latitude) <= 90
        )
            return new GeoPosition(longitude, latitude);
        throw new GeoJsonException("a position is a longitude and a latitude in degrees");
    }

    private static Dictionary<string, string> Properties(JsonElement feature)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (feature.TryGetProperty("properties", out var members) && members.ValueKind == JsonValueKind.Object)
            foreach (var member in members.EnumerateObject())
                if (member.Value.ValueKind != JsonValueKind.Null)
                    properties[member.Name] = member.Value.ToString();
        return properties;
    }

    private static string? Kind(JsonElement element) => Member(element, "type", JsonValueKind.String).GetString();

    private static IEnumerable<JsonElement> List(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray()
            : throw new GeoJsonException("a list is needed in coordinates");

    private static JsonElement Member(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var member)
        && member.ValueKind == kind
            ? member
            : throw new GeoJsonException($"\"{name}\" is missing or of another kind");
}
