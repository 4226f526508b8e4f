using System.Globalization;
using Brink.Platform.Maps;

namespace Brink.Features.Places.Spots;

/// <summary>How much of the village the map shows.</summary>
public enum SpotPart
{
    /// <summary>With the land around it: the border of a village often runs close to its houses.</summary>
    Around,
    Whole,
    Half,
    Quarter,
}

/// <summary>A spot while it is being chosen.</summary>
/// <param name="At">Null as long as nothing is pointed out.</param>
public sealed record SpotChoice(GeoPosition? At, SpotPart Part)
{
    /// <summary>About a metre; more would only pretend.</summary>
    private const int Decimals = 5;

    /// <summary>As it travels in a form: latitude, a space, longitude.</summary>
    public string Written => At is { } at ? Write(at) : "";

    public static GeoPosition Rounded(GeoPosition at) =>
        new(Math.Round(at.Longitude, Decimals), Math.Round(at.Latitude, Decimals));

    public static string Write(GeoPosition at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.#####} {at.Longitude:0.#####}");

    /// <returns>Null for what is no place on earth.</returns>
    public static GeoPosition? Read(string written) =>
        written.Split(' ') is [var latitude, var longitude]
        && Number(latitude) is { } north
        && Number(longitude) is { } east
        && Math.Abs(north) <= 90
        && Math.Abs(east) <= 180
            ? Rounded(new(east, north))
            : null;

    /// <returns>Null for what is no finite number.</returns>
    public static double? Number(string written) =>
        double.TryParse(
            written,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? number
            : null;
}
