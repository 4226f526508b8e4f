using System.Globalization;
using System.Text;
using Brink.Features.Rounds.Reacting;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Rounds.Report;

/// <summary>The report as a file for a spreadsheet (C6): read and written in parts, however many reacted.</summary>
[AllowAnonymous]
public sealed class DownloadModel() : RoundPage(RoundAct.See)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (Phase is RoundPhase.Planned or RoundPhase.Open)
        {
            return NotFound();
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"verslag.csv\"";
        await using var text = new StreamWriter(Response.Body, new UTF8Encoding(false), leaveOpen: true);
        await text.WriteAsync(CsvLine.ByteOrderMark + CsvLine.Of(Heads()));
        var headings = await Db.HeadingsAsync(
            Round,
            [.. (await Db.RoundCountsAsync([Round.Id], Aborted)).Select(c => c.Anchor)],
            Aborted
        );
        await foreach (var rows in Db.ReportRowsAsync(Round.Id, Aborted))
        {
            foreach (var row in rows)
            {
                await text.WriteAsync(CsvLine.Of(Fields(row, headings)));
            }

            await text.FlushAsync(Aborted);
        }

        return new EmptyResult();
    }

    private string[] Heads() =>
        [
            T["Nummer"],
            T["Waarover"],
            T["Wat"],
            T["Van wie"],
            T["Wanneer"],
            T["Te laat"],
            T["Op papier ontvangen"],
            T["Over deze woorden"],
            T["Reactie"],
            T["Voorgestelde woorden"],
            T["Antwoord"],
            T["Omdat"],
        ];

    private string[] Fields(ReactionView row, IReadOnlyDictionary<int, KnownSection> headings) =>
        [
            RoundWords.NumberOf(row.Id),
            T.PartOf(row.Anchor, headings.GetValueOrDefault(row.Anchor)?.Heading),
            T.NameOf(row.Kind),
            T.SaidBy(row.Organisation, row.Name),
            DutchTime.Local(row.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            row.IsLate ? T["ja"] : T["nee"],
            row.ReceivedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            row.Quote,
            row.Text,
            row.Proposed,
            row.Verdict is { } verdict ? T.NameOf(verdict) : "",
            row.Because ?? "",
        ];
}
