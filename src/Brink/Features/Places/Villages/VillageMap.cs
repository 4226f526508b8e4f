using Brink.Platform.Database;
using Brink.Platform.Maps;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Villages;

/// <summary>A village that can be put on the map: by its own area, by a spot, or not at all.</summary>
public sealed record MappedVillage(long Id, string Name, string Slug, double? Longitude, double? Latitude);

/// <summary>Draws the municipality with its villages from the borders that are loaded.</summary>
public sealed class VillageMap
{
    private readonly IReadOnlyList<(long? VillageId, GeoArea Area)> areas;

    private VillageMap(IReadOnlyList<(long? VillageId, GeoArea Area)> areas) => this.areas = areas;

    /// <summary>One query.</summary>
    public static async Task<VillageMap> LoadAsync(BrinkDb db, CancellationToken cancellation)
    {
        var found = await db
            .Areas.AsNoTracking()
            .OrderBy(a => a.Code)
            .Select(a => new { a.VillageId, a.Geometry })
            .ToArrayAsync(cancellation);
        return new([.. found.Select(a => (a.VillageId, GeoJson.ReadArea(a.Geometry)))]);
    }

    /// <param name="name">What the whole map is of.</param>
    /// <param name="chosen">The one village that stands out; null when all do.</param>
    /// <returns>Null when there is nothing to draw.</returns>
    public IHtmlContent? Draw(string name, IReadOnlyList<MappedVillage> villages, long? chosen = null)
    {
        var spots = villages
            .Where(v => v is { Longitude: not null, Latitude: not null })
            .Select(v => (Village: v, At: new GeoPosition(v.Longitude!.Value, v.Latitude!.Value)))
            .ToArray();
        if (areas.Count == 0 && spots.Length == 0)
        {
            return null;
        }

        var bounds = areas
            .Select(a => a.Area.Bounds)
            .Concat(spots.Select(s => GeoBounds.Around([s.At])))
            .Aggregate((a, b) => a.With(b));
        var byId = villages.ToDictionary(v => v.Id);
        return SvgMap.Draw(
            new MapProjection(bounds),
            name,
            [
                // Land without a village lies below, so that nothing hides a village.
                .. areas.Where(a => a.VillageId is null).Select(a => new DrawnArea(a.Area, name)),
                .. areas
                    .Where(a => a.VillageId is { } id && byId.ContainsKey(id))
                    .Select(a => Drawn(byId[a.VillageId!.Value], a.Area, chosen)),
            ],
            spots
                .Where(s => chosen is null || s.Village.Id == chosen)
                .Select(s => new DrawnSpot(
                    s.At,
                    s.Village.Name,
                    PlacesLinks.Village(s.Village.Id, s.Village.Slug),
                    IsLabelled: chosen is null,
                    IsAlone: chosen is not null
                ))
        );
    }

    private static DrawnArea Drawn(MappedVillage village, GeoArea area, long? chosen) =>
        new(
            area,
            village.Name,
            PlacesLinks.Village(village.Id, village.Slug),
            IsChosen: chosen is null || chosen == village.Id
        );
}
