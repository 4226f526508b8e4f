using System.Text.Json.Serialization;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>What somebody needs or offers; never who, but for an association.</summary>
/// <param name="Left">Places that are still free.</param>
public sealed record HelpResource(
    [property: JsonPropertyName("html")] string Html,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("richting")] string Direction,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("aantal")] int Number,
    [property: JsonPropertyName("nogOver")] int Left,
    [property: JsonPropertyName("vanaf")] DateOnly? From,
    [property: JsonPropertyName("totEnMet")] DateOnly? To,
    [property: JsonPropertyName("dorpen")] IReadOnlyList<NamedResource> Villages,
    [property: JsonPropertyName("initiatief")] long? Initiative,
    [property: JsonPropertyName("namens")] string? OnBehalfOf,
    [property: JsonPropertyName("voorbeeld")] bool IsExample
);

/// <summary>Help that is asked and offered now, in the open interface (O5).</summary>
public static class HelpApi
{
    private static readonly Dictionary<string, HelpDirection> Directions = new(StringComparer.Ordinal)
    {
        ["gevraagd"] = HelpDirection.Need,
        ["aangeboden"] = HelpDirection.Offer,
    };
    private static readonly Dictionary<string, HelpKind> Kinds = new(StringComparer.Ordinal)
    {
        ["handen"] = HelpKind.Hands,
        ["kennis"] = HelpKind.Skill,
        ["spullen"] = HelpKind.Thing,
        ["bestuurslid"] = HelpKind.BoardMember,
    };
    private static readonly ApiParameter DirectionAsked = ApiParameter.Code(
        "richting",
        "Wordt het gevraagd of aangeboden?",
        Directions.Keys
    );
    private static readonly ApiParameter KindAsked = ApiParameter.Code("soort", "Wat voor hulp.", Kinds.Keys);

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/hulp", ListAsync)
            .WithTags("Hulp")
            .WithSummary("Hulp die nu wordt gevraagd of aangeboden, het laatste eerst")
            .Takes(ApiParameter.Page, ApiParameter.Size, ApiParameter.Village, DirectionAsked, KindAsked)
            .Produces<ApiPage<HelpResource>>();

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db, TimeProvider time)
    {
        var query = new ApiQuery(context);
        var village = query.Number(ApiParameter.Village.Name);
        var direction = query.Code(DirectionAsked.Name, Directions);
        var kind = query.Code(KindAsked.Name, Kinds);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var today = DutchTime.Today(time);
        var chosen = db
            .Helps.AsNoTracking()
            .Where(h => h.Subject.Visibility == Visibility.Public)
            .Where(h => h.State == HelpState.Open && h.EndsOn >= today)
            .Where(h => village == null || h.Subject.Villages.Any(v => v.VillageId == village))
            .Where(h => direction == null || h.Direction == direction)
            .Where(h => kind == null || h.Kind == kind);
        var total = await chosen.CountAsync(context.RequestAborted);
        var rows = await chosen
            .OrderByDescending(h => h.Id)
            .Skip(query.Skip)
            .Take(query.Size)
            .Select(h => new
            {
                h.Id,
                h.Subject.Title,
                h.Subject.Slug,
                h.Direction,
                h.Kind,
                h.Number,
                h.Taken,
                h.From,
                h.To,
                Villages = h
                    .Subject.Villages.Join(db.Subjects, v => v.VillageId, s => s.Id, (_, s) => s)
                    .OrderBy(s => s.Title)
                    .Select(s => new NamedResource(s.Id, s.Title))
                    .ToArray(),
                h.InitiativeId,
                OnBehalfOf = h.Contribution!.OnBehalfOf!.Name,
                h.IsExample,
            })
            .AsSplitQuery()
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(
            query.PageOf<HelpResource>(
                [
                    .. rows.Select(h => new HelpResource(
                        context.Request.Absolute(ExchangeLinks.Show(h.Id, h.Slug)),
                        h.Id,
                        h.Title,
                        Directions.First(pair => pair.Value == h.Direction).Key,
                        Kinds.First(pair => pair.Value == h.Kind).Key,
                        h.Number,
                        h.Number - h.Taken,
                        h.From,
                        h.To,
                        h.Villages,
                        h.InitiativeId,
                        h.OnBehalfOf,
                        h.IsExample
                    )),
                ],
                total
            )
        );
    }
}
