using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Brink.Features.Places.Example;

/// <summary>The facts of the example municipality, as the files beside this one state them.</summary>
internal sealed record ExampleFacts(
    MunicipalityFacts Municipality,
    IReadOnlyList<VillageFacts> Villages,
    IReadOnlyList<AssociationFacts> Associations,
    IReadOnlyList<OrganisationFacts> Organisations,
    IReadOnlyList<ThemeFacts> Themes
);

internal sealed record MunicipalityFacts(
    string Name,
    string CbsCode,
    int SmallVillageThreshold,
    int PolicyFrom,
    int PolicyTo,
    int MidTermEvaluationAfter,
    int RenewalAfter
);

internal sealed record VillageFacts(
    string Name,
    VillageKind Kind,
    VillageSize StatedSize,
    IReadOnlyList<FacilityFacts>? Facilities
);

internal sealed record FacilityFacts(FacilityKind Kind, string Name, FacilityState State, string Note);

internal sealed record AssociationFacts(
    string Name,
    string Short,
    IReadOnlyList<string> Villages,
    bool MemberOfUmbrella,
    DateOnly RecognisedFrom,
    string RecognitionNote
);

internal sealed record OrganisationFacts(
    string Name,
    OrganisationKind Kind,
    string? Website,
    DateOnly? RecognisedFrom,
    string? RecognitionNote
);

internal sealed record ThemeFacts(string Name, string Drawing);

/// <summary>An area of Statistics Netherlands, with its inhabitants and the villages whose name it bears.</summary>
internal sealed record AreaFacts(string Code, string Name, IReadOnlyList<string> Villages, int Inhabitants);

/// <summary>Border of an area, and the point where its name stands on a map; the municipality itself has none.</summary>
internal sealed record Border(string Code, string Name, double? Longitude, double? Latitude, string Geometry);

internal static class ExampleSources
{
    public const string Figures = "CBS, StatLine 85984NED, 2024 (CC BY 4.0)";
    public const int FiguresYear = 2024;
    public const string Borders = "CBS/Kadaster, gebiedsindelingen 2024 (CC BY 4.0)";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static ExampleFacts Facts() => JsonSerializer.Deserialize<ExampleFacts>(Read("midden-drenthe.json"), Json)!;

    public static IReadOnlyList<AreaFacts> Areas() =>
        [
            .. Read("areas-2024.csv")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split(';'))
                .Select(cell => new AreaFacts(
                    cell[0],
                    cell[1],
                    cell[2].Split('|', StringSplitOptions.RemoveEmptyEntries),
                    int.Parse(cell[3], CultureInfo.InvariantCulture)
                )),
        ];

    public static IReadOnlyList<Border> BordersOfAreas()
    {
        using var document = JsonDocument.Parse(Read("areas-2024.geojson"));
        return
        [
            .. document
                .RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(feature =>
                {
                    var properties = feature.GetProperty("properties");
                    return new Border(
                        properties.GetProperty("code").GetString()!,
                        properties.GetProperty("name").GetString()!,
                        Number(properties, "longitude"),
                        Number(properties, "latitude"),
                        feature.GetProperty("geometry").GetRawText()
                    );
                }),
        ];
    }

    private static double? Number(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value) ? value.GetDouble() : null;

    private static string Read(string name)
    {
        using var stream = typeof(ExampleSources).Assembly.GetManifestResourceStream("example/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
