using System.Globalization;
using System.Text;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Logbook;

/// <summary>Who did what, when (O3). For the administrator; reading it is a line in it too.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class IndexModel : BrinkPage
{
    private const int PageSize = 20;

    /// <summary>About what a spreadsheet opens without trouble; a period chooses which.</summary>
    private const int MostDownloaded = 100_000;

    [BindProperty(SupportsGet = true)]
    public LogbookFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<LogbookLine> Lines { get; private set; } = [];
    public bool HasMore { get; private set; }
    public string? PersonName { get; private set; }
    public string? SubjectTitle { get; private set; }

    /// <summary>Kind by kind, and within each in the order of the alphabet.</summary>
    public IEnumerable<(string Kind, IEnumerable<Choice> Verbs)> Kinds =>
        LogbookQueries
            .Verbs.GroupBy(verb => KindOf(verb.Split('.')[0]), StringComparer.CurrentCulture)
            .OrderBy(kind => kind.Key, StringComparer.CurrentCulture)
            .Select(kind =>
                (
                    kind.Key,
                    (IEnumerable<Choice>)
                        kind.Select(verb => new Choice(verb, Words.Sentence(verb, T["Iemand"], JournalFacts.Of("{}"))))
                            .OrderBy(choice => choice.Text, StringComparer.CurrentCulture)
                )
            );

    private IReadOnlyDictionary<long, string> organisations = new Dictionary<long, string>();

    private JournalWording Words => new(T);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Viewer.MayReadLogbook())
        {
            return Forbid();
        }

        PageNumber = Math.Clamp(PageNumber, 1, 100_000);
        var found = await Db
            .Journal.Chosen(Filter)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize + 1)
            .Lines(Db)
            .ToArrayAsync(cancellation);
        HasMore = found.Length > PageSize;
        Lines = found[..Math.Min(found.Length, PageSize)];
        organisations = await OrganisationsAsync(cancellation);
        PersonName = await Db
            .People.Where(p => p.Id == Filter.Person)
            .Select(p => p.Name)
            .FirstOrDefaultAsync(cancellation);
        SubjectTitle = await Db
            .Subjects.Where(s => s.Id == Filter.Subject)
            .Where(s =>
                (s.Kind != SubjectKind.Dossier && s.Kind != SubjectKind.Advice) || s.Visibility == Visibility.Public
            )
            .Select(s => s.Title)
            .FirstOrDefaultAsync(cancellation);
        Db.Journal.Add(
            JournalEntry.General(AccountVerbs.JournalRead, Acts(), [.. Filter.Facts(), ("page", PageNumber)])
        );
        await Db.SaveChangesAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnGetDownloadAsync(CancellationToken cancellation)
    {
        if (!Viewer.MayReadLogbook())
        {
            return Forbid();
        }

        // First the line that says so: whoever breaks off the download has read it too.
        Db.Journal.Add(JournalEntry.General(AccountVerbs.JournalDownloaded, Acts(), [.. Filter.Facts()]));
        await Db.SaveChangesAsync(cancellation);
        organisations = await OrganisationsAsync(cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"logboek.csv\"";
        await using var text = new StreamWriter(Response.Body, new UTF8Encoding(false), leaveOpen: true);
        await text.WriteAsync(CsvLine.ByteOrderMark + CsvLine.Of(Heads()));
        var lines = Db.Journal.Chosen(Filter).Take(MostDownloaded).Lines(Db).AsAsyncEnumerable();
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            await text.WriteAsync(CsvLine.Of(Fields(line)));
        }

        return new EmptyResult();
    }

    public string Sentence(LogbookLine line)
    {
        var facts = line.Facts;
        var organisation = facts.Number("organisation") is { } id ? organisations.GetValueOrDefault(id) : null;
        return Words.Sentence(line.Verb, Who(line), facts, organisation);
    }

    /// <summary>The name as it is today; what nobody did, the program did.</summary>
    public string Who(LogbookLine line) =>
        line.Who ?? (line.PersonId is null ? "Brink" : T["Iemand die is verwijderd"]);

    public static string When(LogbookLine line)
    {
        var local = DutchTime.Local(line.At).DateTime;
        return $"{Formats.ShortDate(DateOnly.FromDateTime(local))}, {Formats.Time(TimeOnly.FromDateTime(local))}";
    }

    public string? SubjectHref(LogbookLine line) =>
        line is { SubjectId: { } id, SubjectKind: { } kind } ? SubjectLinks.Of(kind, id, line.SubjectSlug ?? "") : null;

    /// <summary>All of them, in one query: a municipality knows hundreds at most.</summary>
    private async Task<IReadOnlyDictionary<long, string>> OrganisationsAsync(CancellationToken cancellation) =>
        await Db
            .Organisations.Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);

    /// <param name="prefix">What a verb begins with.</param>
    private string KindOf(string prefix) =>
        prefix switch
        {
            "initiative" => T["Initiatieven"],
            "promise" => T["Toezeggingen"],
            "village" or "theme" => T["Dorpen"],
            "account" or "journal" => T["Inloggen en logboek"],
            _ => T["Gemeente, organisaties en mensen"],
        };

    private string[] Heads() =>
        [
            T["Nummer"],
            T["Wanneer"],
            T["Wat"],
            T["Code"],
            T["Wie"],
            T["Namens"],
            T["Ingevoerd door"],
            T["Weg"],
            T["Onderwerp"],
            T["Nummer van het onderwerp"],
            T["Gegevens"],
            T["Verzoek"],
        ];

    private string[] Fields(LogbookLine line) =>
        [
            line.Id.ToString(CultureInfo.InvariantCulture),
            DutchTime.Local(line.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            Sentence(line),
            line.Verb,
            Who(line),
            line.OnBehalfOf ?? "",
            line.EnteredBy ?? "",
            line.Channel.ToString(),
            line.SubjectTitle ?? "",
            line.SubjectId?.ToString(CultureInfo.InvariantCulture) ?? "",
            line.About,
            line.RequestId ?? "",
        ];
}
