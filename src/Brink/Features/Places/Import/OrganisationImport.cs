using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Import;

/// <summary>
/// Organisations from a file, with the villages they speak for. Works as <see cref="VillageImport"/>: an empty cell
/// changes nothing, and what is already there stays.
/// </summary>
public sealed class OrganisationImport(BrinkDb db, Actor actor)
{
    public const string Name = "naam";
    public const string Kind = "soort";
    public const string Mail = "mail";
    public const string Telephone = "telefoon";
    public const string Website = "website";
    public const string Address = "adres";
    public const string Villages = "dorpen";
    public const string Umbrella = "koepel";
    public const string From = "erkend vanaf";
    public const string To = "erkend tot en met";
    public const string Note = "grond van erkenning";
    private const char Between = '|';

    public static readonly IReadOnlyList<string> Columns =
    [
        Name,
        Kind,
        Mail,
        Telephone,
        Website,
        Address,
        Villages,
        Umbrella,
        From,
        To,
        Note,
    ];

    private static readonly Dictionary<string, OrganisationKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dorpsvereniging"] = OrganisationKind.Association,
        ["koepel"] = OrganisationKind.Umbrella,
        ["welzijnswerk"] = OrganisationKind.Welfare,
        ["gemeente"] = OrganisationKind.Municipality,
        ["dorpshuizen"] = OrganisationKind.VillageHalls,
        ["woningcorporatie"] = OrganisationKind.HousingCorporation,
        ["politie"] = OrganisationKind.Police,
        ["school"] = OrganisationKind.School,
        ["bedrijf"] = OrganisationKind.Business,
        ["groep bewoners"] = OrganisationKind.InformalGroup,
    };

    /// <summary>Which column each field of the verbs comes from.</summary>
    private static readonly Dictionary<string, string> FieldColumns = new()
    {
        [nameof(OrganisationWords.Kind)] = Kind,
        [nameof(OrganisationWords.OrganisationName)] = Name,
        [nameof(OrganisationWords.Mail)] = Mail,
        [nameof(OrganisationWords.Telephone)] = Telephone,
        [nameof(OrganisationWords.Website)] = Website,
        [nameof(OrganisationWords.PostalAddress)] = Address,
        [nameof(Organisation.RecognisedFrom)] = From,
        [nameof(Organisation.RecognisedTo)] = To,
        [nameof(Organisation.RecognitionNote)] = Note,
    };

    private Dictionary<string, Organisation> known = [];
    private Dictionary<string, long> villages = [];

    public async Task<ImportReport> ApplyAsync(CsvFile file, CancellationToken cancellation)
    {
        if (ImportColumns.Check(file, Columns, Name) is { } unreadable)
        {
            return unreadable;
        }

        known = (await db.Organisations.Include(o => o.Represents).Include(o => o.MemberOf).ToArrayAsync(cancellation))
            .GroupBy(o => o.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        villages = (await db.Villages.Select(v => new { v.Id, v.Subject!.Title }).ToArrayAsync(cancellation))
            .GroupBy(v => v.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().Id, StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // Umbrellas first: the other lines may be members of one.
        var lines = file.Lines.OrderBy(line => !line[Kind].Equals("koepel", StringComparison.OrdinalIgnoreCase));
        return new ImportReport([.. lines.Select(line => Apply(line, seen)).OrderBy(line => line.Number)], []);
    }

    private ImportLine Apply(CsvLine line, HashSet<string> seen)
    {
        var name = line[Name];
        var refusals = ImportColumns.CheckLine(line, Name, seen);
        var found = known.GetValueOrDefault(name);
        var organisation = found ?? new Organisation();
        var before = Shown(organisation);
        var kind = ImportColumns.Word(line, Kind, Kinds, refusals) ?? found?.Kind;
        var recognition = RecognitionOf(line, organisation, refusals);
        var speaksFor = VillagesOf(line, refusals);
        var umbrella = UmbrellaOf(line, refusals);
        refusals.AddFrom(
            organisation.Describe(
                new OrganisationWords(
                    kind,
                    found?.Name ?? name,
                    Or(line[Mail], organisation.Mail),
                    Or(line[Telephone], organisation.Telephone),
                    Or(line[Website], organisation.Website),
                    Or(line[Address], organisation.PostalAddress)
                ),
                isTaken: false
            ),
            FieldColumns
        );
        refusals.AddFrom(
            organisation.Recognise(recognition.From, recognition.To, recognition.Note, actor.Today),
            FieldColumns
        );
        if (refusals.Count > 0)
        {
            return ImportLine.Wrong(line, name, refusals);
        }

        Join(organisation, speaksFor, umbrella);
        if (found is null)
        {
            db.Organisations.Add(organisation);
            known.Add(organisation.Name, organisation);
            Happened(PlacesVerbs.OrganisationAdded, organisation);
            return ImportLine.Added(line, name);
        }

        var changes = ImportChange.Between(Columns, before, Shown(organisation)).ToArray();
        if (changes.Length > 0)
        {
            Happened(PlacesVerbs.OrganisationChanged, organisation);
        }

        return ImportLine.Changed(line, name, changes);
    }

    private void Happened(string verb, Organisation organisation) =>
        db.Journal.Add(JournalEntry.General(verb, actor, ("organisation", organisation.Id)));

    private void Join(Organisation organisation, List<long> speaksFor, Organisation? umbrella)
    {
        foreach (
            var village in speaksFor.Where(id =>
                !organisation.Represents.Any(r => r.VillageId == id && r.IsHeldOn(actor.Today))
            )
        )
        {
            organisation.Represents.Add(new Representation { VillageId = village });
        }

        if (
            umbrella is not null
            && !organisation.MemberOf.Any(m => m.UmbrellaId == umbrella.Id && m.IsHeldOn(actor.Today))
        )
        {
            organisation.MemberOf.Add(new Membership { UmbrellaId = umbrella.Id });
        }
    }

    private static (DateOnly? From, DateOnly? To, string Note) RecognitionOf(
        CsvLine line,
        Organisation organisation,
        List<Refusal> refusals
    ) =>
        (
            ImportColumns.Date(line, From, refusals) ?? organisation.RecognisedFrom,
            ImportColumns.Date(line, To, refusals) ?? organisation.RecognisedTo,
            Or(line[Note], organisation.RecognitionNote)
        );

    private List<long> VillagesOf(CsvLine line, List<Refusal> refusals)
    {
        var found = new List<long>();
        foreach (
            var name in line[Villages]
                .Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            if (villages.TryGetValue(name, out var id))
            {
                found.Add(id);
            }
            else
            {
                refusals.Add(
                    new Refusal(
                        Villages,
                        "Er is geen dorp dat '{0}' heet. Zet tussen dorpen een rechte streep: |.",
                        name
                    )
                );
            }
        }

        return [.. found.Distinct()];
    }

    private Organisation? UmbrellaOf(CsvLine line, List<Refusal> refusals)
    {
        if (line[Umbrella].Length == 0)
        {
            return null;
        }

        if (known.GetValueOrDefault(line[Umbrella]) is { Kind: OrganisationKind.Umbrella } umbrella)
        {
            return umbrella;
        }

        refusals.Add(new Refusal(Umbrella, "Er is geen koepel die '{0}' heet.", line[Umbrella]));
        return null;
    }

    private static string Or(string cell, string known) => cell.Length > 0 ? cell : known;

    /// <summary>Everything a line can change, as it would stand in a file.</summary>
    private List<string> Shown(Organisation organisation)
    {
        var names = villages.ToDictionary(village => village.Value, village => village.Key);
        var umbrellas = known.Values.ToDictionary(o => o.Id, o => o.Name);
        return RowOf(
            organisation,
            organisation
                .Represents.Where(r => r.IsHeldOn(actor.Today))
                .Select(r => names.GetValueOrDefault(r.VillageId, "")),
            organisation
                .MemberOf.Where(m => m.IsHeldOn(actor.Today))
                .Select(m => umbrellas.GetValueOrDefault(m.UmbrellaId, ""))
        );
    }

    /// <summary>The organisations of today as such a file.</summary>
    public static async Task<byte[]> ExportAsync(BrinkDb db, DateOnly today, CancellationToken cancellation)
    {
        var organisations = await db
            .Organisations.AsNoTracking()
            .Include(o => o.Represents)
                .ThenInclude(r => r.Village!.Subject)
            .Include(o => o.MemberOf)
                .ThenInclude(m => m.Umbrella)
            .Where(o => o.EndedAt == null)
            .OrderBy(o => o.Name)
            .ToArrayAsync(cancellation);
        return CsvText.Write([
            Columns,
            .. organisations.Select(o =>
                RowOf(
                    o,
                    o.Represents.Where(r => r.IsHeldOn(today)).Select(r => r.Village!.Subject!.Title),
                    // A line has room for one.
                    o.MemberOf.Where(m => m.IsHeldOn(today)).Select(m => m.Umbrella!.Name).Take(1)
                )
            ),
        ]);
    }

    private static List<string> RowOf(
        Organisation organisation,
        IEnumerable<string> villages,
        IEnumerable<string> umbrellas
    ) =>
        [
            organisation.Name,
            Kinds.First(kind => kind.Value == organisation.Kind).Key,
            organisation.Mail,
            organisation.Telephone,
            organisation.Website,
            organisation.PostalAddress,
            string.Join($" {Between} ", villages.Order()),
            string.Join($" {Between} ", umbrellas.Order()),
            organisation.RecognisedFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                ?? "",
            organisation.RecognisedTo?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            organisation.RecognitionNote,
        ];
}
