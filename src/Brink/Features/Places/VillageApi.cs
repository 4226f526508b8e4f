using System.Text.Json.Nodes;
using Brink.Features.Subjects;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places;

/// <summary>Villages in the open interface (O5).</summary>
public static class VillageApi
{
    private const string Tag = "Dorpen";
    private static readonly ApiParameter KindAsked = ApiParameter.Code(
        "soort",
        "Alleen dorpen, buurtschappen of wijken.",
        PlacesCodes.VillageKinds.Keys
    );

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/dorpen", VillagesAsync)
            .WithTags(Tag)
            .WithSummary("Dorpen op naam")
            .Takes(ApiParameter.Page, ApiParameter.Size, KindAsked)
            .Produces<ApiPage<VillageResource>>();
        api.MapGet("/dorpen/{id:long}", VillageAsync)
            .WithTags(Tag)
            .WithSummary("Eén dorp, met zijn voorzieningen en inwoners per jaar")
            .Takes()
            .MayBeAbsent()
            .Produces<VillagePageResource>();
        api.MapGet("/dorpen/geometrie", GeometryAsync)
            .WithTags(Tag)
            .WithSummary("Grenzen van dorpen als GeoJSON, of een punt waar geen grens bekend is")
            .Takes(ApiParameter.Box)
            .Produces(StatusCodes.Status200OK, contentType: GeoAnswer.ContentType);
    }

    private static async Task<IResult> VillagesAsync(HttpContext context, BrinkDb db, TimeProvider time)
    {
        var query = new ApiQuery(context);
        var kind = query.Code(KindAsked.Name, PlacesCodes.VillageKinds);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var villages = Public(db).Where(v => kind == null || v.Kind == kind);
        var page = villages.OrderBy(v => v.Subject!.Title).ThenBy(v => v.Id).Skip(query.Skip).Take(query.Size);
        var total = await villages.CountAsync(context.RequestAborted);
        return Results.Ok(query.PageOf(await ReadAsync(page, context, db, time), total));
    }

    private static async Task<IResult> VillageAsync(long id, HttpContext context, BrinkDb db, TimeProvider time)
    {
        if (new ApiQuery(context).Refusal is { } refusal)
        {
            return refusal;
        }

        var villages = await ReadAsync(Public(db).Where(v => v.Id == id), context, db, time);
        if (villages.Count == 0)
        {
            return ApiProblem.Absent();
        }

        var page = await db
            .Villages.AsNoTracking()
            .Where(v => v.Id == id)
            .Select(v => new
            {
                v.About,
                v.MeetingPlace,
                v.Website,
                Inhabitants = v.Inhabitants.OrderBy(i => i.Year).ToList(),
                Facilities = v.Facilities.OrderBy(f => f.Kind).ThenBy(f => f.Id).ToList(),
            })
            .FirstAsync(context.RequestAborted);
        return Results.Ok(
            new VillagePageResource(
                villages[0],
                page.About,
                page.MeetingPlace,
                page.Website,
                [.. page.Inhabitants.Select(i => new InhabitantsResource(i.Year, i.Number, i.Source))],
                [
                    .. page.Facilities.Select(f => new FacilityResource(
                        f.Id,
                        PlacesCodes.Of(f.Kind),
                        f.Name,
                        PlacesCodes.Of(f.State),
                        f.Since,
                        f.Note
                    )),
                ]
            )
        );
    }

    private static async Task<IResult> GeometryAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        var box = query.Box();
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var villages = await Public(db)
            .OrderBy(v => v.Id)
            .Select(v => new
            {
                v.Id,
                v.Subject!.Title,
                v.Subject.Slug,
                v.Kind,
                v.Longitude,
                v.Latitude,
            })
            .ToArrayAsync(context.RequestAborted);
        var areas = (
            await db
                .Areas.AsNoTracking()
                .Where(a => a.VillageId != null)
                .OrderBy(a => a.Code)
                .Select(a => new { a.VillageId, a.Geometry })
                .ToArrayAsync(context.RequestAborted)
        ).ToLookup(a => a.VillageId, a => a.Geometry);
        return GeoAnswer.Of(
            context,
            villages.SelectMany(v =>
                (GeoAnswer.Together(areas[v.Id]) ?? PointOf(v.Longitude, v.Latitude)) is { } geometry
                    ? new[]
                    {
                        new GeoItem(
                            v.Id,
                            geometry,
                            new JsonObject
                            {
                                ["naam"] = v.Title,
                                ["soort"] = PlacesCodes.Of(v.Kind),
                                ["html"] = context.Request.Absolute(PageOf(v.Id, v.Slug)),
                            }
                        ),
                    }
                    : []
            ),
            box
        );
    }

    private static IQueryable<Village> Public(BrinkDb db) =>
        db.Villages.AsNoTracking().Where(v => v.Subject!.Visibility == Visibility.Public);

    private static async Task<IReadOnlyList<VillageResource>> ReadAsync(
        IQueryable<Village> villages,
        HttpContext context,
        BrinkDb db,
        TimeProvider time
    )
    {
        var today = DutchTime.Today(time);
        var threshold = await db
            .Municipalities.Where(m => m.Id == db.TenantId)
            .Select(m => m.SmallVillageThreshold)
            .FirstAsync();
        var rows = await villages
            .Select(v => new
            {
                v.Id,
                v.Subject!.Title,
                v.Subject.Slug,
                v.Kind,
                v.StatedSize,
                v.Longitude,
                v.Latitude,
                v.CbsCodes,
                Last = v
                    .Inhabitants.OrderByDescending(i => i.Year)
                    .Select(i => new InhabitantsResource(i.Year, i.Number, i.Source))
                    .FirstOrDefault(),
                Associations = db
                    .Representations.Where(r =>
                        r.VillageId == v.Id
                        && (r.From == null || r.From <= today)
                        && (r.To == null || r.To >= today)
                        && r.Organisation!.EndedAt == null
                    )
                    .OrderBy(r => r.Organisation!.Name)
                    .Select(r => new NamedResource(r.OrganisationId, r.Organisation!.Name))
                    .ToList(),
            })
            .ToArrayAsync(context.RequestAborted);
        return
        [
            .. rows.Select(v => new VillageResource(
                context.Request.Links("/dorpen/" + v.Id, PageOf(v.Id, v.Slug)),
                v.Id,
                v.Title,
                PlacesCodes.Of(v.Kind),
                PlacesCodes.Of(SizeOf(v.Last?.Number, v.StatedSize, threshold)),
                v.Last,
                v.Longitude,
                v.Latitude,
                v.CbsCodes,
                v.Associations
            )),
        ];
    }

    private static VillageSize SizeOf(int? inhabitants, VillageSize stated, int threshold) =>
        inhabitants is { } number
            ? number < threshold
                ? VillageSize.Small
                : VillageSize.Large
            : stated;

    private static JsonObject? PointOf(double? longitude, double? latitude) =>
        longitude is { } x && latitude is { } y ? GeoAnswer.Point(x, y) : null;

    private static string PageOf(long id, string slug) => $"/dorpen/{id}-{slug}";
}
