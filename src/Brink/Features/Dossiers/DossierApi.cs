using System.Text.Json.Serialization;
using Brink.Features.Subjects;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>One stage, as programs read it.</summary>
public sealed record DossierStageResource(
    [property: JsonPropertyName("stap")] string Stage,
    [property: JsonPropertyName("gepland")] DateOnly? PlannedOn,
    [property: JsonPropertyName("bereikt")] DateOnly? ReachedOn
);

/// <summary>A public dossier, as programs read it.</summary>
public sealed record DossierResource(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("wat")] string What,
    [property: JsonPropertyName("waarom")] string Why,
    [property: JsonPropertyName("dorpen")] IReadOnlyList<long> Villages,
    [property: JsonPropertyName("themas")] IReadOnlyList<long> Themes,
    [property: JsonPropertyName("wieBeslist")] string WhoDecides,
    [property: JsonPropertyName("niveau")] string Level,
    [property: JsonPropertyName("open")] string Open,
    [property: JsonPropertyName("vast")] string Fixed,
    [property: JsonPropertyName("stap")] string Stage,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("stappen")] IReadOnlyList<DossierStageResource> Stages,
    [property: JsonPropertyName("eersteWoord")] DateOnly? FirstWordOn,
    [property: JsonPropertyName("afgerondOp")] DateOnly? EndedOn,
    [property: JsonPropertyName("besluit")] string Because
);

/// <summary>Dossiers in the open interface (O5). What is in confidence is not there.</summary>
public static class DossierApi
{
    private static readonly ApiParameter SearchAsked = new(DossierFilter.WordsName, "Woorden in titel of tekst.");
    private static readonly ApiParameter ThemeAsked = new("thema", "Nummer van een thema.", ApiType.Number);
    private static readonly Dictionary<string, Stage> Stages = new(DossierCodes.Stages, StringComparer.Ordinal);
    private static readonly ApiParameter StageAsked = ApiParameter.Code(
        "stap",
        "In welke stap het plan is.",
        Stages.Keys
    );

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/dossiers", ListAsync)
            .WithTags("Dossiers")
            .WithSummary("Plannen van de gemeente, wat nog loopt eerst")
            .Takes(ApiParameter.Page, ApiParameter.Size, SearchAsked, ApiParameter.Village, ThemeAsked, StageAsked)
            .WithMetadata(new SearchesAttribute(DossierFilter.WordsName))
            .Produces<ApiPage<DossierResource>>();

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        var filter = new DossierFilter
        {
            Words = DossierFilter.Read(context.Request.Query).Words,
            VillageId = query.Number(ApiParameter.Village.Name),
            ThemeId = query.Number(ThemeAsked.Name),
            Stage = query.Code(StageAsked.Name, Stages),
        };
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found =
            filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(db, filter.Words, DossierQueries.Searched, context.RequestAborted)
                : null;
        var chosen = db.Dossiers.AsNoTracking().Public().Chosen(filter, found);
        var total = await chosen.CountAsync(context.RequestAborted);
        var rows = await chosen
            .NewestFirst()
            .Skip(query.Skip)
            .Take(query.Size)
            .Select(d => new
            {
                d.Id,
                d.Subject.Title,
                d.What,
                d.Why,
                Villages = d.Subject.Villages.Select(v => v.VillageId).ToArray(),
                Themes = d.Subject.Themes.Select(t => t.ThemeId).ToArray(),
                d.WhoDecides,
                d.Level,
                d.Open,
                d.Fixed,
                d.Stage,
                d.State,
                Stages = d
                    .Stages.Select(s => new
                    {
                        s.Stage,
                        s.PlannedOn,
                        s.ReachedOn,
                    })
                    .ToArray(),
                d.FirstWordOn,
                d.EndedOn,
                d.EndedBecause,
            })
            .AsSplitQuery()
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(
            query.PageOf<DossierResource>(
                [
                    .. rows.Select(d => new DossierResource(
                        d.Id,
                        d.Title,
                        d.What,
                        d.Why,
                        d.Villages,
                        d.Themes,
                        d.WhoDecides,
                        DossierCodes.Of(d.Level),
                        d.Open,
                        d.Fixed,
                        DossierCodes.Of(d.Stage),
                        DossierCodes.Of(d.State),
                        [
                            .. d
                                .Stages.OrderBy(s => s.Stage)
                                .Select(s => new DossierStageResource(
                                    DossierCodes.Of(s.Stage),
                                    s.PlannedOn,
                                    s.ReachedOn
                                )),
                        ],
                        d.FirstWordOn,
                        d.EndedOn,
                        d.EndedBecause
                    )),
                ],
                total
            )
        );
    }
}
