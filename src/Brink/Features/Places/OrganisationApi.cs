using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places;

/// <summary>Organisations in the open interface (O5).</summary>
public static class OrganisationApi
{
    private const string Tag = "Organisaties";
    private static readonly ApiParameter KindAsked = ApiParameter.Code(
        "soort",
        "Alleen organisaties van deze soort.",
        PlacesCodes.OrganisationKinds.Keys
    );

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/organisaties", OrganisationsAsync)
            .WithTags(Tag)
            .WithSummary("Organisaties op naam")
            .Takes(ApiParameter.Page, ApiParameter.Size, ApiParameter.Village, KindAsked)
            .Produces<ApiPage<OrganisationResource>>();
        api.MapGet("/organisaties/{id:long}", OrganisationAsync)
            .WithTags(Tag)
            .WithSummary("Eén organisatie")
            .Takes()
            .MayBeAbsent()
            .Produces<OrganisationResource>();
    }

    private static async Task<IResult> OrganisationsAsync(HttpContext context, BrinkDb db, TimeProvider time)
    {
        var query = new ApiQuery(context);
        var village = query.Number(ApiParameter.Village.Name);
        var kind = query.Code(KindAsked.Name, PlacesCodes.OrganisationKinds);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var today = DutchTime.Today(time);
        var organisations = db
            .Organisations.Where(o => o.EndedAt == null)
            .Where(o => kind == null || o.Kind == kind)
            .Where(o =>
                village == null
                || o.Represents.Any(r =>
                    r.VillageId == village && (r.From == null || r.From <= today) && (r.To == null || r.To >= today)
                )
            );
        var page = organisations.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip(query.Skip).Take(query.Size);
        var total = await organisations.CountAsync(context.RequestAborted);
        return Results.Ok(query.PageOf(await ReadAsync(page, context, today), total));
    }

    private static async Task<IResult> OrganisationAsync(long id, HttpContext context, BrinkDb db, TimeProvider time)
    {
        if (new ApiQuery(context).Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await ReadAsync(
            db.Organisations.Where(o => o.Id == id && o.EndedAt == null),
            context,
            DutchTime.Today(time)
        );
        return found.Count == 0 ? ApiProblem.Absent() : Results.Ok(found[0]);
    }

    private static async Task<IReadOnlyList<OrganisationResource>> ReadAsync(
        IQueryable<Organisation> organisations,
        HttpContext context,
        DateOnly today
    )
    {
        var rows = await organisations
            .AsNoTracking()
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.Kind,
                o.Website,
                o.RecognisedFrom,
                o.RecognisedTo,
                Villages = o
                    .Represents.Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
                    .OrderBy(r => r.Village!.Subject!.Title)
                    .Select(r => new NamedResource(r.VillageId, r.Village!.Subject!.Title))
                    .ToList(),
                MemberOf = o
                    .MemberOf.Where(m => (m.From == null || m.From <= today) && (m.To == null || m.To >= today))
                    .OrderBy(m => m.Umbrella!.Name)
                    .Select(m => new NamedResource(m.UmbrellaId, m.Umbrella!.Name))
                    .ToList(),
            })
            .ToArrayAsync(context.RequestAborted);
        return
        [
            .. rows.Select(o => new OrganisationResource(
                context.Request.Links("/organisaties/" + o.Id),
                o.Id,
                o.Name,
                PlacesCodes.Of(o.Kind),
                o.Website,
                o.RecognisedFrom,
                o.RecognisedTo,
                o.Villages,
                o.MemberOf
            )),
        ];
    }
}
