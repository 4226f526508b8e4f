using System.Text.Json.Serialization;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints;

/// <summary>What one association said when the standpoint was sent; no stance is silence, which is not consent.</summary>
public sealed record StandpointReactionResource(
    [property: JsonPropertyName("vereniging")] string Association,
    [property: JsonPropertyName("reactie")] string? Stance,
    [property: JsonPropertyName("woorden")] string Words
);

/// <summary>A standpoint that was sent to the municipality; texts are Markdown.</summary>
/// <param name="Answer">Absent as long as the municipality has not answered.</param>
public sealed record StandpointResource(
    [property: JsonPropertyName("html")] string Html,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("koepel")] string Umbrella,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("vraag")] string Asks,
    [property: JsonPropertyName("verstuurdOp")] DateTime? SentAt,
    [property: JsonPropertyName("reacties")] IReadOnlyList<StandpointReactionResource> Reactions,
    [property: JsonPropertyName("antwoord")] string? Answer,
    [property: JsonPropertyName("beantwoordOp")] DateTime? AnsweredAt,
    [property: JsonPropertyName("voorbeeld")] bool IsExample
);

/// <summary>Standpoints in the open interface (O5): what was sent, and nothing of what still goes round.</summary>
public static class StandpointApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/standpunten", ListAsync)
            .WithTags("Standpunten")
            .WithSummary("Standpunten die naar de gemeente zijn gestuurd, wat het laatst veranderde eerst")
            .Takes(ApiParameter.Page, ApiParameter.Size)
            .Produces<ApiPage<StandpointResource>>();

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var chosen = db.Standpoints.AsNoTracking().Public();
        var total = await chosen.CountAsync(context.RequestAborted);
        var rows = await chosen
            .NewestFirst()
            .Skip(query.Skip)
            .Take(query.Size)
            .Select(s => new
            {
                s.Id,
                s.Subject.Title,
                s.Subject.Slug,
                Umbrella = s.Umbrella!.Name,
                Version = s.Versions.OrderByDescending(v => v.Number).Select(v => new { v.Text, v.Asks }).First(),
                s.SentAt,
                Reactions = s
                    .SentReactions.OrderBy(r => r.Name)
                    .Select(r => new
                    {
                        r.Name,
                        r.Stance,
                        r.Words,
                    })
                    .ToArray(),
                s.AnswerText,
                s.AnsweredAt,
                s.IsExample,
            })
            .AsSplitQuery()
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(
            query.PageOf<StandpointResource>(
                [
                    .. rows.Select(s => new StandpointResource(
                        context.Request.Absolute(StandpointLinks.Show(s.Id, s.Slug)),
                        s.Id,
                        s.Title,
                        s.Umbrella,
                        s.Version.Text,
                        s.Version.Asks,
                        s.SentAt?.UtcDateTime,
                        [.. s.Reactions.Select(r => new StandpointReactionResource(r.Name, CodeOf(r.Stance), r.Words))],
                        s.AnsweredAt is null ? null : s.AnswerText,
                        s.AnsweredAt?.UtcDateTime,
                        s.IsExample
                    )),
                ],
                total
            )
        );
    }

    private static string? CodeOf(Stance? stance) =>
        stance switch
        {
            Stance.Signed => "ondertekend",
            Stance.Abstained => "onthouden",
            Stance.Dissented => "oneens",
            _ => null,
        };
}
