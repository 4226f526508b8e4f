using System.Text.Json.Serialization;
using Brink.Features.Subjects;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>A public signal, as programs read it. Of the sender it tells nothing.</summary>
/// <param name="AnswerBy">The first date that was promised and is still open; absent when nothing is.</param>
public sealed record SignalResource(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("dorpen")] IReadOnlyList<long> Villages,
    [property: JsonPropertyName("plek")] string PlaceNote,
    [property: JsonPropertyName("lengtegraad")] double? Longitude,
    [property: JsonPropertyName("breedtegraad")] double? Latitude,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("uiterlijk")] DateOnly? AnswerBy,
    [property: JsonPropertyName("antwoord")] string? Answer,
    [property: JsonPropertyName("antwoordTekst")] string AnswerText,
    [property: JsonPropertyName("gaatVerderIn")] long? MergedIntoId,
    [property: JsonPropertyName("verteldOp")] DateTime At
);

/// <summary>Signals in the open interface (O5).</summary>
public static class SignalApi
{
    private static readonly Dictionary<string, SignalKind> Kinds = SignalCodes.AllKinds.ToDictionary(
        SignalCodes.Of,
        kind => kind,
        StringComparer.Ordinal
    );
    private static readonly Dictionary<string, SignalState> States = SignalCodes.AllStates.ToDictionary(
        SignalCodes.Of,
        state => state,
        StringComparer.Ordinal
    );
    private static readonly ApiParameter SearchAsked = new(SignalFilter.WordsName, "Woorden in titel of tekst.");
    private static readonly ApiParameter ThemeAsked = new("thema", "Nummer van een thema.", ApiType.Number);
    private static readonly ApiParameter KindAsked = ApiParameter.Code("soort", "Wat voor signaal.", Kinds.Keys);
    private static readonly ApiParameter StateAsked = ApiParameter.Code("stand", "Hoe ver het is.", States.Keys);

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/signalen", ListAsync)
            .WithTags("Signalen")
            .WithSummary("Signalen uit de dorpen, wat het laatst veranderde eerst")
            .Takes(
                ApiParameter.Page,
                ApiParameter.Size,
                SearchAsked,
                ApiParameter.Village,
                ThemeAsked,
                KindAsked,
                StateAsked
            )
            .WithMetadata(new SearchesAttribute(SignalFilter.WordsName))
            .Produces<ApiPage<SignalResource>>();

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        var filter = new SignalFilter
        {
            Words = SignalFilter.Read(context.Request.Query).Words,
            VillageId = query.Number(ApiParameter.Village.Name),
            ThemeId = query.Number(ThemeAsked.Name),
            Kind = query.Code(KindAsked.Name, Kinds),
            State = query.Code(StateAsked.Name, States),
        };
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found =
            filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(db, filter.Words, SignalQueries.Searched, context.RequestAborted)
                : null;
        var chosen = db.Signals.AsNoTracking().Public().Chosen(filter, found);
        var total = await chosen.CountAsync(context.RequestAborted);
        var rows = await chosen
            .NewestFirst()
            .Skip(query.Skip)
            .Take(query.Size)
            .Select(s => new
            {
                s.Id,
                s.Kind,
                s.Subject.Title,
                s.Text,
                Villages = s.Subject.Villages.Select(v => v.VillageId).ToArray(),
                s.PlaceNote,
                s.Longitude,
                s.Latitude,
                s.State,
                Due = db
                    .Promises.Where(p => p.SubjectId == s.Id && p.State == Promises.PromiseState.Open)
                    .Min(p => (DateOnly?)p.Due),
                s.Answer,
                s.AnswerText,
                s.MergedIntoId,
                s.Contribution!.At,
            })
            .AsSplitQuery()
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(
            query.PageOf<SignalResource>(
                [
                    .. rows.Select(s => new SignalResource(
                        s.Id,
                        SignalCodes.Of(s.Kind),
                        s.Title,
                        s.Text,
                        s.Villages,
                        s.PlaceNote,
                        s.Longitude,
                        s.Latitude,
                        SignalCodes.Of(s.State),
                        s.Due,
                        s.Answer is { } answer ? SignalCodes.Of(answer) : null,
                        s.AnswerText,
                        s.MergedIntoId,
                        s.At.UtcDateTime
                    )),
                ],
                total
            )
        );
    }
}
