using System.Globalization;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Import;

/// <summary>
/// Villages from a file. The lines go through the same verbs as the forms, on loaded villages: a preview forgets them, a
/// confirmation saves them. An empty cell changes nothing.
/// </summary>
public sealed class VillageImport(BrinkDb db, Actor actor)
{
    public const string Name = "naam";
    public const string Kind = "soort";
    public const string Size = "grootte";
    public const string Number = "inwoners";
    public const string Year = "jaar";
    public const string Source = "bron";
    public const string Codes = "cbs-codes";
    public const string Latitude = "breedtegraad";
    public const string Longitude = "lengtegraad";

    public static readonly IReadOnlyList<string> Columns =
    [
        Name,
        Kind,
        Size,
        Number,
        Year,
        Source,
        Codes,
        Latitude,
        Longitude,
    ];

    private static readonly Dictionary<string, VillageKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dorp"] = VillageKind.Village,
        ["buurtschap"] = VillageKind.Hamlet,
        ["wijk"] = VillageKind.Neighbourhood,
    };

    private static readonly Dictionary<string, VillageSize> Sizes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["klein"] = VillageSize.Small,
        ["groot"] = VillageSize.Large,
        ["onbekend"] = VillageSize.Unknown,
    };

    /// <summary>Which column each field of the verbs comes from.</summary>
    private static readonly Dictionary<string, string> FactColumns = new()
    {
        [nameof(VillageFacts.VillageName)] = Name,
        [nameof(VillageFacts.Kind)] = Kind,
        [nameof(VillageFacts.Latitude)] = Latitude,
        [nameof(VillageFacts.Longitude)] = Longitude,
        [nameof(VillageFacts.CbsCodes)] = Codes,
    };

    private static readonly Dictionary<string, string> FigureColumns = new()
    {
        ["Number"] = Number,
        ["Year"] = Year,
        ["Source"] = Source,
    };

    public async Task<ImportReport> ApplyAsync(CsvFile file, CancellationToken cancellation)
    {
        if (ImportColumns.Check(file, Columns, Name) is { } unreadable)
        {
            return unreadable;
        }

        var known = (await db.Villages.Include(v => v.Subject).Include(v => v.Inhabitants).ToArrayAsync(cancellation))
            .GroupBy(v => v.Subject!.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new ImportReport([.. file.Lines.Select(line => Apply(line, known, seen))], []);
    }

    private ImportLine Apply(CsvLine line, Dictionary<string, Village> known, HashSet<string> seen)
    {
        var name = line[Name];
        var refusals = ImportColumns.CheckLine(line, Name, seen);
        var found = known.GetValueOrDefault(name);
        var before = found is null ? [] : RowOf(found);
        var facts = FactsOf(line, found, refusals);
        var figure = FigureOf(line, refusals);
        var outcome = Outcome.Done;
        if (found is not { } village)
        {
            outcome = Village.Add(facts, isTaken: false, actor, out village);
        }
        else if (Differs(village, facts))
        {
            outcome = village.Change(facts, isTaken: false, actor);
        }

        refusals.AddFrom(outcome, FactColumns);
        var counted = figure is null ? null : Count(village, figure, refusals);
        if (refusals.Count > 0)
        {
            return ImportLine.Wrong(line, name, refusals);
        }

        if (found is null)
        {
            db.Villages.Add(village);
            return ImportLine.Added(line, name);
        }

        var changes = ImportChange.Between(Columns, before, RowOf(village)).Where(change => !IsOfFigure(change.Column));
        return ImportLine.Changed(
            line,
            name,
            [.. changes, .. counted is null ? Array.Empty<ImportChange>() : [counted]]
        );
    }

    /// <returns>Null when the figure is known already, or refused.</returns>
    private ImportChange? Count(Village village, Figure figure, List<Refusal> refusals)
    {
        var known = village.Inhabitants.FirstOrDefault(i => i.Year == figure.Year);
        var before = known is null ? "" : Shown(known.Number, known.Year, known.Source);
        var after = Shown(figure.Number, figure.Year, figure.Source);
        if (before == after)
        {
            return null;
        }

        refusals.AddFrom(village.RecordInhabitants(figure.Year, figure.Number, figure.Source, actor), FigureColumns);
        return new ImportChange(Number, before, after);
    }

    private static string Shown(int? number, int? year, string source) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} ({year}, {source})");

    private static bool IsOfFigure(string column) => column is Number or Year or Source;

    private static VillageFacts FactsOf(CsvLine line, Village? village, List<Refusal> refusals)
    {
        var kind = ImportColumns.Word(line, Kind, Kinds, refusals) ?? village?.Kind ?? VillageKind.Village;
        var size = ImportColumns.Word(line, Size, Sizes, refusals) ?? village?.StatedSize ?? VillageSize.Unknown;
        var codes = line[Codes].Length > 0 ? line[Codes] : string.Join(' ', village?.CbsCodes ?? []);
        var latitude = ImportColumns.Decimal(line, Latitude, refusals) ?? village?.Latitude;
        var longitude = ImportColumns.Decimal(line, Longitude, refusals) ?? village?.Longitude;
        // An existing village keeps the capitals it has.
        return new VillageFacts(village?.Subject!.Title ?? line[Name], kind, size, latitude, longitude, codes);
    }

    /// <returns>Null without a number: a year or a source alone says nothing.</returns>
    private static Figure? FigureOf(CsvLine line, List<Refusal> refusals)
    {
        if (line[Number].Length == 0)
        {
            return null;
        }

        var number = ImportColumns.Whole(line, Number, refusals);
        var year = ImportColumns.Whole(line, Year, refusals);
        if (line[Year].Length == 0)
        {
            refusals.Add(new Refusal(Year, "Vul bij het aantal inwoners ook het jaar in."));
        }

        if (line[Source].Length == 0)
        {
            refusals.Add(new Refusal(Source, "Vul bij het aantal inwoners ook de bron in."));
        }

        return new Figure(year, number, line[Source]);
    }

    private static bool Differs(Village village, VillageFacts facts) =>
        village.Kind != facts.Kind
        || village.StatedSize != facts.StatedSize
        || village.Latitude != facts.Latitude
        || village.Longitude != facts.Longitude
        || !string.Join(' ', village.CbsCodes)
            .Equals(
                string.Join(
                    ' ',
                    (facts.CbsCodes ?? "").Split([' ', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries)
                ),
                StringComparison.OrdinalIgnoreCase
            );

    /// <summary>The villages of today as such a file; a file with only the heading when there are none.</summary>
    public static async Task<byte[]> ExportAsync(BrinkDb db, CancellationToken cancellation)
    {
        var villages = await db
            .Villages.AsNoTracking()
            .Include(v => v.Subject)
            .Include(v => v.Inhabitants)
            .OrderBy(v => v.Subject!.Title)
            .ToArrayAsync(cancellation);
        return CsvText.Write([Columns, .. villages.Select(RowOf)]);
    }

    private static List<string> RowOf(Village village)
    {
        var figure = village.Inhabitants.MaxBy(i => i.Year);
        return
        [
            village.Subject!.Title,
            Kinds.First(kind => kind.Value == village.Kind).Key,
            Sizes.First(size => size.Value == village.StatedSize).Key,
            figure?.Number.ToString(CultureInfo.InvariantCulture) ?? "",
            figure?.Year.ToString(CultureInfo.InvariantCulture) ?? "",
            figure?.Source ?? "",
            string.Join(' ', village.CbsCodes),
            village.Latitude?.ToString(CultureInfo.InvariantCulture) ?? "",
            village.Longitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        ];
    }

    /// <summary>Inhabitants as a line says them; null where that could not be read.</summary>
    private sealed record Figure(int? Year, int? Number, string Source);
}
