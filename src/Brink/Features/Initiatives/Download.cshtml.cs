using System.Globalization;
using System.Text;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Http;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>The list as chosen, as a file for a spreadsheet (I10).</summary>
[AllowAnonymous]
[Searches]
public class DownloadModel : BrinkPage
{
    /// <summary>More than any municipality has.</summary>
    private const int Most = 50_000;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var filter = InitiativeFilter.Read(Request.Query);
        var found =
            filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(Db, filter.Words, SearchQueries.Initiatives, cancellation)
                : null;
        // Read whole first: who downloads slowly must not hold the database meanwhile.
        var rows = await Db
            .Initiatives.Public()
            .Chosen(filter, found)
            .NewestFirst()
            .Take(Most)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"initiatieven.csv\"";
        await using var text = new StreamWriter(Response.Body, new UTF8Encoding(false), leaveOpen: true);
        await text.WriteAsync(CsvLine.ByteOrderMark + CsvLine.Of(Heads()));
        foreach (var row in rows)
        {
            await text.WriteAsync(CsvLine.Of(Fields(row)));
        }

        return new EmptyResult();
    }

    private string[] Heads() =>
        [
            T["Nummer"],
            T["Titel"],
            T["Dorp"],
            T["Fase"],
            T["In deze fase sinds"],
            T["Van wie"],
            T["Antwoord"],
            T["Toegezegd vóór"],
            T["Volgende stap"],
            T["Datum van de volgende stap"],
            T["Laatst veranderd"],
            T["Adres"],
        ];

    private string[] Fields(InitiativeRow row) =>
        [
            row.Id.ToString(CultureInfo.InvariantCulture),
            row.Title,
            row.Village,
            T.NameOf(row.Phase),
            Day(row.PhaseSince),
            T.WhoseIs(row.OwnerType),
            row.Answer is { } answer ? T.NameOf(answer) : "",
            Day(row.Promise?.Due),
            row.NextStep,
            Day(row.NextStepDate),
            Day(DutchTime.DateOf(row.ChangedAt)),
            $"{Request.Scheme}://{Request.Host}{InitiativeLinks.Show(row.Id, row.Slug)}",
        ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
