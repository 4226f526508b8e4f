using System.Text.Json.Serialization;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>A newsletter that was sent; what it says stands on its page.</summary>
/// <param name="Places">Names of the villages and themes it is for; none is the whole municipality.</param>
public sealed record NewsletterResource(
    [property: JsonPropertyName("html")] string Html,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("voor")] IReadOnlyList<string> Places,
    [property: JsonPropertyName("verstuurdOp")] DateTime SentAt,
    [property: JsonPropertyName("voorbeeld")] bool IsExample
);

/// <summary>Newsletters in the open interface (O5): what was sent, and never to whom.</summary>
public static class NewsletterApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/nieuwsbrieven", ListAsync)
            .WithTags("Nieuwsbrieven")
            .WithSummary("Nieuwsbrieven die zijn verstuurd, de nieuwste eerst")
            .Takes(ApiParameter.Page, ApiParameter.Size)
            .Produces<ApiPage<NewsletterResource>>();

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var chosen = db.Newsletters.Public();
        var total = await chosen.CountAsync(context.RequestAborted);
        var rows = await chosen
            .NewestFirst()
            .Skip(query.Skip)
            .Take(query.Size)
            .Rows(db)
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(
            query.PageOf<NewsletterResource>(
                [
                    .. rows.Select(n => new NewsletterResource(
                        context.Request.Absolute(NewsletterLinks.Show(n.Id, n.Slug)),
                        n.Id,
                        n.Title,
                        n.Places,
                        n.SentAt!.Value.UtcDateTime,
                        n.IsExample
                    )),
                ],
                total
            )
        );
    }
}
