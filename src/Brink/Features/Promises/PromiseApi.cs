using System.Text.Json.Serialization;
using Brink.Features.Subjects;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>What an organisation promised about something public, as programs read it.</summary>
/// <param name="What">In words, for what was agreed by hand; empty for kinds that speak for themselves.</param>
/// <param name="By">The organisation that promised; absent where a person did.</param>
/// <param name="EarlierDays">Days that were agreed before the one that is agreed now.</param>
public sealed record PromiseResource(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("wat")] string What,
    [property: JsonPropertyName("door")] string? By,
    [property: JsonPropertyName("aan")] string? To,
    [property: JsonPropertyName("toegezegdOp")] DateTime MadeAt,
    [property: JsonPropertyName("uiterlijk")] DateOnly Due,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("teLaat")] bool IsLate,
    [property: JsonPropertyName("afgerondOp")] DateTime? EndedAt,
    [property: JsonPropertyName("afronding")] string Ending,
    [property: JsonPropertyName("bewijs")] string? Proof,
    [property: JsonPropertyName("waarGezegd")] string Where,
    [property: JsonPropertyName("eerdereDagen")] IReadOnlyList<DateOnly> EarlierDays,
    [property: JsonPropertyName("onderwerp")] PromisedAbout About
);

public sealed record PromisedAbout(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("titel")] string Title
);

/// <summary>Promises in the open interface (O5).</summary>
public static class PromiseApi
{
    private static readonly Dictionary<string, PromiseState> States = new(StringComparer.Ordinal)
    {
        ["open"] = PromiseState.Open,
        ["nagekomen"] = PromiseState.Kept,
        ["vervallen"] = PromiseState.Released,
        ["gevraagd"] = PromiseState.Proposed,
        ["niet-toegezegd"] = PromiseState.Declined,
    };
    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.Ordinal)
    {
        ["ja"] = true,
        ["nee"] = false,
    };
    private static readonly ApiParameter StateAsked = ApiParameter.Code(
        "toestand",
        "Hoe het ermee staat. Zonder keuze komt alles mee wat is toegezegd, en niet wat alleen is gevraagd.",
        States.Keys
    );
    private static readonly ApiParameter LateAsked = ApiParameter.Code(
        "telaat",
        "Alleen wat op deze dag te laat is (ja) of niet (nee).",
        YesOrNo.Keys
    );
    private static readonly ApiParameter InitiativeAsked = new(
        "initiatief",
        "Nummer van een initiatief.",
        ApiType.Number
    );

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/toezeggingen", PromisesAsync)
            .WithTags("Toezeggingen")
            .WithSummary("Toezeggingen bij wat openbaar is, de eerste datum eerst")
            .Takes(ApiParameter.Page, ApiParameter.Size, ApiParameter.Village, InitiativeAsked, StateAsked, LateAsked)
            .Produces<ApiPage<PromiseResource>>();

    private static async Task<IResult> PromisesAsync(HttpContext context, BrinkDb db, TimeProvider time)
    {
        var query = new ApiQuery(context);
        var village = query.Number(ApiParameter.Village.Name);
        var initiative = query.Number(InitiativeAsked.Name);
        var state = query.Code(StateAsked.Name, States);
        var late = query.Code(LateAsked.Name, YesOrNo);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var today = DutchTime.Today(time);
        var promises = db
            .Promises.AsNoTracking()
            .Where(p => p.Subject!.Visibility == Visibility.Public)
            .Where(p => village == null || p.Subject!.Villages.Any(v => v.VillageId == village))
            .Where(p => initiative == null || p.SubjectId == initiative)
            .Where(p =>
                state == null ? p.State != PromiseState.Proposed && p.State != PromiseState.Declined : p.State == state
            )
            .Where(p => late == null || (p.State == PromiseState.Open && p.Due < today) == late);
        var total = await promises.CountAsync(context.RequestAborted);
        var rows = await promises
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Skip(query.Skip)
            .Take(query.Size)
            .Select(p => new
            {
                p.Id,
                p.Kind,
                p.What,
                By = p.ByOrganisation!.Name,
                To = p.ToOrganisation!.Name,
                p.MadeAt,
                p.Due,
                p.State,
                p.EndedAt,
                p.Ending,
                p.ProofHref,
                p.Where,
                EarlierDays = p
                    .Moves.Where(m => m.State == PromiseMoveState.Agreed)
                    .OrderBy(m => m.DecidedAt)
                    .Select(m => m.From)
                    .ToArray(),
                p.SubjectId,
                SubjectKind = p.Subject!.Kind,
                p.Subject.Title,
            })
            .AsSingleQuery()
            .ToArrayAsync(context.RequestAborted);
        return Results.Ok(
            query.PageOf<PromiseResource>(
                [
                    .. rows.Select(p => new PromiseResource(
                        p.Id,
                        CodeOf(p.Kind),
                        p.What,
                        p.By,
                        p.To,
                        p.MadeAt.UtcDateTime,
                        p.Due,
                        States.First(pair => pair.Value == p.State).Key,
                        p.State == PromiseState.Open && p.Due < today,
                        p.EndedAt?.UtcDateTime,
                        p.Ending,
                        p.ProofHref.Length > 0 ? p.ProofHref : null,
                        p.Where,
                        p.EarlierDays,
                        new PromisedAbout(p.SubjectId, SubjectCodes.Of(p.SubjectKind), p.Title)
                    )),
                ],
                total
            )
        );
    }

    private static string CodeOf(PromiseKind kind) =>
        kind switch
        {
            PromiseKind.TakeIn => "oppakken",
            PromiseKind.Answer => "antwoorden",
            _ => "afgesproken",
        };
}
