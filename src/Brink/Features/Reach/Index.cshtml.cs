using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Reach;

/// <summary>Which villages, themes and groups were reached in a year, and which not (P9). Plain figures, no marks.</summary>
[AllowAnonymous]
[PublicPage]
[Searches]
public sealed class IndexModel : BrinkPage
{
    public const string Address = "/bereik";

    public YearOfReach Reach { get; private set; } = null!;
    public IReadOnlyList<int> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Years = await Db.YearsAsync(Today, cancellation);
        var asked = Request.Query["jaar"].ToString();
        var year =
            asked.Length == 0 ? Today.Year
            : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed
            : 0;
        if (!Years.Contains(year))
        {
            return NotFound();
        }

        Reach = await Db.ReachAsync(year, cancellation);
        return Page();
    }

    public static string Of(int year) => string.Create(CultureInfo.InvariantCulture, $"{Address}?jaar={year}");

    public static string FileOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{Address}.csv?jaar={year}");

    public string Sentence(IReadOnlyList<ReachRow> rows) =>
        T["{0} van {1} kwamen aan bod.", rows.Count(row => row.Subjects > 0), rows.Count];
}
