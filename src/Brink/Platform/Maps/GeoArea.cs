namespace Brink.Platform.Maps;

/// <summary>A place in degrees, WGS 84.</summary>
public readonly record struct GeoPosition(double Longitude, double Latitude)
{
    /// <returns>Null unless both are known.</returns>
    public static GeoPosition? Of(double? longitude, double? latitude) =>
        (longitude, latitude) is ({ } east, { } north) ? new(east, north) : null;
}

/// <summary>The smallest upright box around something, in degrees.</summary>
public readonly record struct GeoBounds(double West, double South, double East, double North)
{
    /// <exception cref="InvalidOperationException">There are no positions.</exception>
    public static GeoBounds Around(IEnumerable<GeoPosition> positions) =>
        positions
            .Select(at => new GeoBounds(at.Longitude, at.Latitude, at.Longitude, at.Latitude))
            .Aggregate((a, b) => a.With(b));

    public GeoBounds With(GeoBounds other) =>
        new(
            Math.Min(West, other.West),
            Math.Min(South, other.South),
            Math.Max(East, other.East),
            Math.Max(North, other.North)
        );

    public bool Contains(GeoPosition at) =>
        at.Longitude >= West && at.Longitude <= East && at.Latitude >= South && at.Latitude <= North;
}

/// <summary>
/// Land with a border: the rings of one or more polygons. A ring inside another is a hole, whatever way it runs.
/// </summary>
public sealed class GeoArea
{
    public GeoArea(IReadOnlyList<IReadOnlyList<GeoPosition>> rings)
    {
        Rings = rings;
        Bounds = GeoBounds.Around(rings.SelectMany(ring => ring));
    }

    /// <summary>Each closed: the last position is the first.</summary>
    public IReadOnlyList<IReadOnlyList<GeoPosition>> Rings { get; }

    public GeoBounds Bounds { get; }

    /// <summary>A place exactly on a border belongs to both sides or to one; ask the areas in a fixed order.</summary>
    public bool Contains(GeoPosition at)
    {
        if (!Bounds.Contains(at))
            return false;
        var inside = false;
        foreach (var ring in Rings)
            for (var i = 1; i < ring.Count; i++)
                if (Crosses(ring[i - 1], ring[i], at))
                    inside = !inside;
        return inside;
    }

    /// <summary>Whether a line from the place to the east meets this stretch of border.</summary>
    private static bool Crosses(GeoPosition a, GeoPosition b, GeoPosition at) =>
        (a.Latitude > at.Latitude) != (b.Latitude > at.Latitude)
        && at.Longitude
            < a.Longitude + (b.Longitude - a.Longitude) * (at.Latitude - a.Latitude) / (b.Latitude - a.Latitude);
}
