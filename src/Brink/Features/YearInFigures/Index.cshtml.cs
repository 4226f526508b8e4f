using Brink.Features.Places;
using Brink.Features.Places.Villages;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.YearInFigures;

/// <summary>How villages and municipality work together, on one page in figures and a map; prints on A3 (N4).</summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : BrinkPage
{
    public YearFigures Figures { get; private set; } = null!;

    /// <summary>The years in which something happened, the newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];
    public int AllVillages { get; private set; }
    public IHtmlContent? Map { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? jaar, CancellationToken cancellation)
    {
        var first = await Db
            .Journal.OrderBy(e => e.At)
            .Select(e => (DateTimeOffset?)e.At)
            .FirstOrDefaultAsync(cancellation);
        var since = first is { } at ? DutchTime.DateOf(at).Year : Today.Year;
        Years = [.. Enumerable.Range(since, Math.Max(1, Today.Year - since + 1)).Reverse()];
        if (jaar is { } asked && !Years.Contains(asked))
        {
            return NotFound();
        }

        Figures = await YearFigures.ReadAsync(Db, jaar ?? Today.Year, Today, cancellation);
        var all = await Db
            .Villages.AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new MappedVillage(v.Id, v.Subject!.Title, v.Subject.Slug, v.Longitude, v.Latitude))
            .ToArrayAsync(cancellation);
        AllVillages = all.Length;
        var reached = all.Where(v => Figures.Villages.Contains(v.Id)).ToArray();
        if (reached.Length > 0)
        {
            var map = await KnownAsync(() => VillageMap.LoadAsync(Db, cancellation));
            Map = map.Draw(T["Kaart van de dorpen waar in {0} iets gebeurde", Figures.Year], reached);
        }

        return Page();
    }
}
