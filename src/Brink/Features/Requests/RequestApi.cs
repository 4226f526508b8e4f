using System.Text.Json.Serialization;
using Brink.Features.Subjects;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>What the municipality asked an association, and what came of it; never what the two said about it.</summary>
public sealed record RequestResource(
    [property: JsonPropertyName("html")] string Html,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("vereniging")] string Association,
    [property: JsonPropertyName("afdeling")] string Department,
    [property: JsonPropertyName("gevraagdOp")] DateOnly AskedOn,
    [property: JsonPropertyName("datum")] DateOnly Happens,
    [property: JsonPropertyName("uren")] decimal Hours,
    [property: JsonPropertyName("uitkomst")] string Outcome,
    [property: JsonPropertyName("voorbeeld")] bool IsExample
);

/// <summary>Requests to villages in the open interface (O5): the outcome of what was answered.</summary>
public static class RequestApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/verzoeken", ListAsync)
            .WithTags("Verzoeken aan dorpen")
            .WithSummary("Wat de gemeente aan verenigingen vroeg en wat ervan kwam, het laatste eerst")
            .Takes(ApiParameter.Page, ApiParameter.Size, ApiParameter.Village)
            .Produces<ApiPage<RequestResource>>();

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        var village = query.Number(ApiParameter.Village.Name);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var chosen = db
            .VillageRequests.AsNoTracking()
            .Where(r => r.Subject.Visibility == Visibility.Public)
            .Where(r => village == null || r.Subject.Villages.Any(v => v.VillageId == village));
        var total = await chosen.CountAsync(context.RequestAborted);
        var rows = await chosen
            .OrderByDescending(r => r.AskedOn)
            .ThenByDescending(r => r.Id)
            .Skip(query.Skip)
            .Take(query.Size)
            .Rows()
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(
            query.PageOf<RequestResource>(
                [
                    .. rows.Select(r => new RequestResource(
                        context.Request.Absolute(RequestLinks.Show(r.Id, r.Slug)),
                        r.Id,
                        r.Title,
                        r.Association,
                        r.Department,
                        r.AskedOn,
                        r.Happens,
                        r.Hours,
                        CodeOf(r.State),
                        r.IsExample
                    )),
                ],
                total
            )
        );
    }

    private static string CodeOf(RequestState state) =>
        state switch
        {
            RequestState.Accepted => "aangenomen",
            RequestState.Declined => "afgezien",
            RequestState.Withdrawn => "ingetrokken",
            _ => "open",
        };
}
