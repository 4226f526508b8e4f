using System.Globalization;
using System.Text;
using Brink.Features.Shared;
using Brink.Platform.Http;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Reach;

/// <summary>The reach of a year as a file for a spreadsheet.</summary>
[AllowAnonymous]
[Searches]
public sealed class DownloadModel : BrinkPage
{
    public async Task<IActionResult> OnGetAsync(int? jaar, CancellationToken cancellation)
    {
        var years = await Db.YearsAsync(Today, cancellation);
        var year = jaar ?? Today.Year;
        if (!years.Contains(year))
        {
            return NotFound();
        }

        var reach = await Db.ReachAsync(year, cancellation);
        var text = new StringBuilder().Append(CsvLine.ByteOrderMark);
        text.Append(CsvLine.Of([T["Jaar"], T["Soort"], T["Naam"], T["Onderwerpen"]]));
        foreach (var (part, row) in reach.All)
        {
            text.Append(
                CsvLine.Of([
                    year.ToString(CultureInfo.InvariantCulture),
                    part switch
                    {
                        ReachPart.Village => T["Dorp"],
                        ReachPart.Theme => T["Thema"],
                        _ => T["Doelgroep"],
                    },
                    row.Name,
                    row.Subjects.ToString(CultureInfo.InvariantCulture),
                ])
            );
        }

        return File(
            Encoding.UTF8.GetBytes(text.ToString()),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"bereik-{year}.csv")
        );
    }
}
