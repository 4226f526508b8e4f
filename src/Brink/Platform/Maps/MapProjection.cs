namespace Brink.Platform.Maps;

/// <summary>
/// Degrees to the units of a drawing and back, equirectangular around the middle of what is shown. At the size of a
/// municipality (50 km) that is less than 1 % off.
/// </summary>
public sealed class MapProjection
{
    /// <summary>Of latitude, on the sphere with the mean radius of the earth.</summary>
    private const double MetresPerDegree = 111_195;
    private readonly double west;
    private readonly double north;
    private readonly double perDegree;
    private readonly double narrowing;

    /// <param name="shown">What must fit.</param>
    /// <param name="width">Of the drawing; the height follows.</param>
    /// <param name="margin">Left free on each side, in units of the drawing.</param>
    /// <param name="least">
    /// What is shown at least, in degrees of latitude: a single place comes with about 2 km around it.
    /// </param>
    public MapProjection(GeoBounds shown, int width = 800, int margin = 16, double least = 0.02)
    {
        narrowing = Math.Cos((shown.South + shown.North) / 2 * Math.PI / 180);
        var across = Math.Max((shown.East - shown.West) * narrowing, least);
        var along = Math.Max(shown.North - shown.South, least);
        perDegree = (width - 2 * margin) / across;
        Width = width;
        Height = (int)Math.Ceiling(along * perDegree) + 2 * margin;
        west = (shown.West + shown.East) / 2 - width / 2.0 / perDegree / narrowing;
        north = (shown.South + shown.North) / 2 + Height / 2.0 / perDegree;
    }

    /// <summary>A square around a place.</summary>
    /// <param name="span">From side to side, in degrees of latitude.</param>
    public static MapProjection Around(GeoPosition middle, double span, int width) =>
        new(GeoBounds.Around([middle]), width, margin: 0, least: span);

    public int Width { get; }
    public int Height { get; }

    /// <summary>How far it is from one unit of the drawing to the next.</summary>
    public double MetresPerUnit => MetresPerDegree / perDegree;

    public (double X, double Y) Place(GeoPosition at) =>
        ((at.Longitude - west) * narrowing * perDegree, (north - at.Latitude) * perDegree);

    /// <summary>For a press on the map: the place at these units of the drawing.</summary>
    public GeoPosition PositionAt(double x, double y) => new(west + x / perDegree / narrowing, north - y / perDegree);
}
