using System.Text.Json.Serialization;
using Brink.Features.Promises;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>One point of an advice; texts are Markdown.</summary>
/// <param name="Verdict">Absent as long as the municipality has not answered.</param>
public sealed record AdvicePointResource(
    [property: JsonPropertyName("nummer")] int Number,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("antwoord")] string? Verdict,
    [property: JsonPropertyName("omdat")] string? Because
);

/// <summary>An advice that was given, or to which an association said no.</summary>
/// <param name="AnswerBy">The day of the answer that is owed; absent when none is.</param>
public sealed record AdviceResource(
    [property: JsonPropertyName("html")] string Html,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("gevraagd")] bool IsAsked,
    [property: JsonPropertyName("adviseur")] string Adviser,
    [property: JsonPropertyName("dossier")] long? DossierId,
    [property: JsonPropertyName("vraag")] string Question,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("gegevenOp")] DateTime? GivenAt,
    [property: JsonPropertyName("punten")] IReadOnlyList<AdvicePointResource> Points,
    [property: JsonPropertyName("antwoordUiterlijk")] DateOnly? AnswerBy,
    [property: JsonPropertyName("beantwoordOp")] DateTime? AnsweredAt,
    [property: JsonPropertyName("voorbeeld")] bool IsExample
);

/// <summary>Advice in the open interface (O5): what has an outcome; nothing of what is still asked, written or in confidence.</summary>
public static class AdviceApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/adviezen", ListAsync)
            .WithTags("Adviezen")
            .WithSummary("Gevraagd en ongevraagd advies aan de gemeente, wat het laatst veranderde eerst")
            .Takes(ApiParameter.Page, ApiParameter.Size, ApiParameter.Village)
            .Produces<ApiPage<AdviceResource>>();

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        var village = query.Number(ApiParameter.Village.Name);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var chosen = db
            .Advices.AsNoTracking()
            .Public()
            .Where(a => village == null || a.Subject.Villages.Any(v => v.VillageId == village));
        var total = await chosen.CountAsync(context.RequestAborted);
        var found = await chosen
            .NewestFirst()
            .Skip(query.Skip)
            .Take(query.Size)
            .Include(a => a.Subject.Promises)
            .Include(a => a.Adviser)
            .Include(a => a.Points)
            .Include(a => a.Answers.Where(answer => answer.PublishedAt != null))
                .ThenInclude(answer => answer.Lines)
            .AsSplitQuery()
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(query.PageOf<AdviceResource>([.. found.Select(a => Resource(context, a))], total));
    }

    private static AdviceResource Resource(HttpContext context, AdviceCase advice)
    {
        var isGiven = advice.State is AdviceState.Given or AdviceState.Answered;
        var answer = advice.LastAnswer;
        return new AdviceResource(
            context.Request.Absolute(AdviceLinks.Show(advice.Id, advice.Subject.Slug)),
            advice.Id,
            advice.Subject.Title,
            advice.IsAsked,
            advice.Adviser!.Name,
            advice.DossierId,
            advice.Question,
            advice.State switch
            {
                AdviceState.Answered => "beantwoord",
                AdviceState.Given => "gegeven",
                _ => "geen-advies",
            },
            // What an association wrote before it said no, stays with it.
            isGiven ? advice.Text : "",
            advice.GivenAt?.UtcDateTime,
            isGiven
                ?
                [
                    .. advice
                        .Points.OrderBy(p => p.Number)
                        .Select(p => new AdvicePointResource(
                            p.Number,
                            p.Text,
                            CodeOf(answer?.VerdictOf(p.Id)),
                            answer?.BecauseOf(p.Id)
                        )),
                ]
                : [],
            advice.Subject.Promises.Find(p => p.Kind == PromiseKind.Answer && p.State == PromiseState.Open)?.Due,
            answer?.PublishedAt?.UtcDateTime,
            advice.IsExample
        );
    }

    private static string? CodeOf(PointVerdict? verdict) =>
        verdict switch
        {
            PointVerdict.TakenOver => "overgenomen",
            PointVerdict.Partly => "deels",
            PointVerdict.NotTaken => "niet",
            _ => null,
        };
}
