using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Brink.Platform.Maps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

public sealed record MapVillage(long Id, string Name, IReadOnlyList<MapItem> Initiatives);

public sealed record MapItem(string Title, string Href, string Phase);

/// <summary>The same initiatives as in the list, drawn within the borders of the villages (I10).</summary>
[AllowAnonymous]
[PublicPage]
[Searches(InitiativeFilter.WordsName)]
public class MapModel : BrinkPage
{
    /// <summary>More spots than this hide each other.</summary>
    public const int Most = 500;

    public InitiativeFilter Filter { get; private set; } = InitiativeFilter.None;
    public int Total { get; private set; }
    public IHtmlContent? Drawing { get; private set; }
    public string? Source { get; private set; }
    public IReadOnlyList<MapVillage> Villages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = InitiativeFilter.Read(Request.Query);
        var found =
            Filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(Db, Filter.Words, SearchQueries.Initiatives, cancellation)
                : null;
        var chosen = Db.Initiatives.AsNoTracking().Public().Chosen(Filter, found);
        Total = await chosen.CountAsync(cancellation);
        var spots = await chosen
            .NewestFirst()
            .Take(Most)
            .Select(i => new Spot(
                i.Id,
                i.Subject.Title,
                i.Subject.Slug,
                i.Phase,
                i.VillageId,
                i.Village!.Subject!.Title,
                i.Longitude ?? i.Village.Longitude,
                i.Latitude ?? i.Village.Latitude
            ))
            .ToArrayAsync(cancellation);
        Villages =
        [
            .. spots
                .GroupBy(s => (s.VillageId, s.Village))
                .OrderBy(g => g.Key.Village, StringComparer.CurrentCulture)
                .Select(g => new MapVillage(
                    g.Key.VillageId,
                    g.Key.Village,
                    [.. g.Select(s => new MapItem(s.Title, InitiativeLinks.Show(s.Id, s.Slug), T.NameOf(s.Phase)))]
                )),
        ];
        await DrawAsync(spots, cancellation);
    }

    private async Task DrawAsync(Spot[] spots, CancellationToken cancellation)
    {
        var areas = await Db
            .Areas.AsNoTracking()
            .OrderBy(a => a.Code)
            .Select(a => new
            {
                a.Name,
                a.Geometry,
                a.Source,
            })
            .ToArrayAsync(cancellation);
        var drawn = areas.Select(a => new DrawnArea(GeoJson.ReadArea(a.Geometry), a.Name)).ToArray();
        var placed = spots.Where(s => s.Place is not null).ToArray();
        if (drawn.Length == 0 && placed.Length == 0)
        {
            return;
        }

        var bounds = drawn.Select(a => a.Area.Bounds).ToList();
        if (placed.Length > 0)
        {
            bounds.Add(GeoBounds.Around(placed.Select(s => s.Place!.Value)));
        }

        Source = areas.FirstOrDefault()?.Source;
        Drawing = SvgMap.Draw(
            new MapProjection(bounds.Aggregate((a, b) => a.With(b))),
            T["Kaart van de initiatieven"],
            drawn,
            placed.Select(s => new DrawnSpot(
                s.Place!.Value,
                $"{s.Title}, {s.Village}",
                InitiativeLinks.Show(s.Id, s.Slug)
            ))
        );
    }

    private sealed record Spot(
        long Id,
        string Title,
        string Slug,
        Phase Phase,
        long VillageId,
        string Village,
        double? Longitude,
        double? Latitude
    )
    {
        public GeoPosition? Place => GeoPosition.Of(Longitude, Latitude);
    }
}
