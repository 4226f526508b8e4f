using System.Text.Json.Serialization;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements;

/// <summary>An agreement that holds or held; the text is Markdown in which each heading begins an article.</summary>
/// <param name="Text">Of the version that holds, or of the last that did.</param>
public sealed record AgreementResource(
    [property: JsonPropertyName("html")] string Html,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("opsteller")] string Keeper,
    [property: JsonPropertyName("partijen")] IReadOnlyList<string> Parties,
    [property: JsonPropertyName("geldtSinds")] DateOnly? Since,
    [property: JsonPropertyName("totEnMet")] DateOnly? To,
    [property: JsonPropertyName("gestoptOp")] DateOnly? EndedOn,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("voorbeeld")] bool IsExample
);

/// <summary>Agreements in the open interface (O5): what all signed, and nothing of what still goes round.</summary>
public static class AgreementApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/afspraken", ListAsync)
            .WithTags("Afspraken op papier")
            .WithSummary("Convenanten en akkoorden die gelden of golden, wat geldt eerst")
            .Takes(ApiParameter.Page, ApiParameter.Size)
            .Produces<ApiPage<AgreementResource>>();

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var chosen = db.Agreements.AsNoTracking().Public();
        var total = await chosen.CountAsync(context.RequestAborted);
        var rows = await chosen
            .InOrder()
            .Skip(query.Skip)
            .Take(query.Size)
            .Select(a => new
            {
                a.Id,
                a.Subject.Title,
                a.Subject.Slug,
                a.Kind,
                Keeper = a.Keeper!.Name,
                Held = a
                    .Versions.Where(v => v.InForceOn != null)
                    .OrderByDescending(v => v.Number)
                    .Select(v => new
                    {
                        v.Text,
                        v.InForceOn,
                        Parties = v.Parties.Select(p => p.Organisation!.Name).ToList(),
                    })
                    .FirstOrDefault(),
                a.To,
                a.EndedOn,
                a.IsExample,
            })
            .AsSingleQuery()
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(
            query.PageOf<AgreementResource>(
                [
                    .. rows.Select(a => new AgreementResource(
                        context.Request.Absolute(AgreementLinks.Show(a.Id, a.Slug)),
                        a.Id,
                        a.Title,
                        CodeOf(a.Kind),
                        a.Keeper,
                        [.. (a.Held?.Parties ?? []).Order(StringComparer.Ordinal)],
                        a.Held?.InForceOn,
                        a.To,
                        a.EndedOn,
                        a.Held?.Text ?? "",
                        a.IsExample
                    )),
                ],
                total
            )
        );
    }

    private static string CodeOf(AgreementKind kind) =>
        kind switch
        {
            AgreementKind.Covenant => "convenant",
            AgreementKind.Cooperation => "samenwerkingsovereenkomst",
            _ => "maatschappelijk-akkoord",
        };
}
