using System.Text.Json.Nodes;
using Brink.Features.Initiatives.Support;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Api;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>Initiatives in the open interface (O5): what is public, and of people only a name they chose to show.</summary>
public static class InitiativeApi
{
    private const string Tag = "Initiatieven";

    /// <summary>More points than a map can show; who wants all pages through the list.</summary>
    private const int MostPoints = 5000;

    private static readonly Dictionary<string, Phase> Phases = Enum.GetValues<Phase>()
        .ToDictionary(Codes.Of, phase => phase, StringComparer.Ordinal);
    private static readonly Dictionary<string, OwnerChoice> Owners = Codes.AllOwners.ToDictionary(
        Codes.Of,
        owner => owner,
        StringComparer.Ordinal
    );
    private static readonly Dictionary<string, bool> Yes = new(StringComparer.Ordinal) { ["ja"] = true };
    private static readonly ApiParameter SearchAsked = new(InitiativeFilter.WordsName, "Woorden in titel of tekst.");
    private static readonly ApiParameter ThemeAsked = new("thema", "Nummer van een thema.", ApiType.Number);
    private static readonly ApiParameter PhaseAsked = ApiParameter.Code("fase", "Hoe ver het is.", Phases.Keys);
    private static readonly ApiParameter OwnerAsked = ApiParameter.Code("eigenaar", "Van wie het is.", Owners.Keys);
    private static readonly ApiParameter WaitingAsked = ApiParameter.Code(
        "wacht",
        "Alleen wat op antwoord van de gemeente wacht.",
        Yes.Keys
    );
    private static readonly ApiParameter[] Filters =
    [
        SearchAsked,
        ApiParameter.Village,
        ThemeAsked,
        PhaseAsked,
        OwnerAsked,
        WaitingAsked,
    ];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/initiatieven", ListAsync)
            .WithTags(Tag)
            .WithSummary("Initiatieven, wat het laatst veranderde eerst")
            .Takes([ApiParameter.Page, ApiParameter.Size, .. Filters])
            .WithMetadata(new SearchesAttribute(InitiativeFilter.WordsName))
            .Produces<ApiPage<InitiativeResource>>();
        api.MapGet("/initiatieven/{id:long}", ShowAsync)
            .WithTags(Tag)
            .WithSummary("Eén initiatief, met wat er nodig is, de weg tot nu toe en de berichten")
            .Takes()
            .MayBeAbsent()
            .ProducesProblem(StatusCodes.Status410Gone, ApiProblem.ContentType)
            .Produces<InitiativePageResource>();
        api.MapGet("/initiatieven/geometrie", GeometryAsync)
            .WithTags(Tag)
            .WithSummary("Initiatieven met een plek als GeoJSON, hooguit 5000")
            .Takes([ApiParameter.Box, .. Filters])
            .WithMetadata(new SearchesAttribute(InitiativeFilter.WordsName))
            .Produces(StatusCodes.Status200OK, contentType: GeoAnswer.ContentType);
    }

    private static async Task<IResult> ListAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        var filter = Read(query);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var chosen = await ChosenAsync(filter, context, db);
        var page = chosen.NewestFirst().Skip(query.Skip).Take(query.Size);
        var total = await chosen.CountAsync(context.RequestAborted);
        return Results.Ok(query.PageOf(await ResourcesAsync(page, context, db), total));
    }

    private static async Task<IResult> ShowAsync(long id, HttpContext context, BrinkDb db)
    {
        if (new ApiQuery(context).Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await ResourcesAsync(db.Initiatives.Public().Where(i => i.Id == id), context, db);
        if (found.Count == 0)
        {
            var withdrawn = await db.Subjects.AnyAsync(
                s => s.Id == id && s.Kind == SubjectKind.Initiative && s.Visibility == Visibility.Withdrawn,
                context.RequestAborted
            );
            return withdrawn ? ApiProblem.Withdrawn() : ApiProblem.Absent();
        }

        var page = await db
            .Initiatives.AsNoTracking()
            .Where(i => i.Id == id)
            .Select(i => new
            {
                i.What,
                i.Why,
                i.PlaceNote,
                i.AnswerText,
                i.Lessons,
                By = i.Contribution!.NameIsPublic ? i.Contribution.ByPerson!.Name : null,
                OnBehalfOf = i.Contribution.OnBehalfOf!.Name,
                EnteredFor = i.Contribution.EnteredFor!.Name,
                Phases = i.Phases.OrderBy(p => p.On).ThenBy(p => p.Id).ToList(),
                Requirements = i.Requirements.OrderBy(r => r.Id).ToList(),
                Updates = i.Updates.OrderByDescending(u => u.At).ThenByDescending(u => u.Id).ToList(),
            })
            .FirstAsync(context.RequestAborted);
        var support = await db.FiguresAsync(id, context.RequestAborted);
        return Results.Ok(
            new InitiativePageResource(
                found[0],
                page.What,
                page.Why,
                page.PlaceNote,
                page.AnswerText,
                page.Lessons,
                page.By,
                page.OnBehalfOf,
                page.EnteredFor,
                [.. page.Phases.Select(p => new PhaseResource(Codes.Of(p.Phase), p.On))],
                [
                    .. page.Requirements.Select(r => new RequirementResource(
                        InitiativeCodes.Of(r.Kind),
                        r.Text,
                        r.MetAt?.UtcDateTime
                    )),
                ],
                [.. page.Updates.Select(u => new UpdateResource(u.Id, u.Text, u.At.UtcDateTime))],
                new SupportResource(
                    support.FromVillage,
                    support.FromElsewhere,
                    support.PaperVillage,
                    support.PaperElsewhere,
                    support.Concerns,
                    support.Unanswered,
                    support.Inhabitants,
                    support.Year
                )
            )
        );
    }

    private static async Task<IResult> GeometryAsync(HttpContext context, BrinkDb db)
    {
        var query = new ApiQuery(context);
        var filter = Read(query);
        var box = query.Box();
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var chosen = (await ChosenAsync(filter, context, db)).Where(i => i.Longitude != null && i.Latitude != null);
        if (box is { } within)
        {
            chosen = chosen.Where(i =>
                i.Longitude >= within.West
                && i.Longitude <= within.East
                && i.Latitude >= within.South
                && i.Latitude <= within.North
            );
        }

        var points = await chosen
            .NewestFirst()
            .Take(MostPoints)
            .Select(i => new
            {
                i.Id,
                i.Subject.Title,
                i.Subject.Slug,
                i.Phase,
                i.Longitude,
                i.Latitude,
            })
            .ToArrayAsync(context.RequestAborted);
        return GeoAnswer.Of(
            context,
            points.Select(i => new GeoItem(
                i.Id,
                GeoAnswer.Point(i.Longitude!.Value, i.Latitude!.Value),
                new JsonObject
                {
                    ["titel"] = i.Title,
                    ["fase"] = Codes.Of(i.Phase),
                    ["html"] = context.Request.Absolute(InitiativeLinks.Show(i.Id, i.Slug)),
                }
            )),
            box
        );
    }

    private static InitiativeFilter Read(ApiQuery query) =>
        new()
        {
            Words = query.Text(SearchAsked.Name) ?? "",
            VillageId = query.Number(ApiParameter.Village.Name),
            ThemeId = query.Number(ThemeAsked.Name),
            Phase = query.Code(PhaseAsked.Name, Phases),
            Owner = query.Code(OwnerAsked.Name, Owners),
            Waiting = query.Code(WaitingAsked.Name, Yes) ?? false,
        };

    private static async Task<IQueryable<Initiative>> ChosenAsync(
        InitiativeFilter filter,
        HttpContext context,
        BrinkDb db
    )
    {
        var found =
            filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(db, filter.Words, SearchQueries.Initiatives, context.RequestAborted)
                : null;
        return db.Initiatives.AsNoTracking().Public().Chosen(filter, found);
    }

    private static async Task<IReadOnlyList<InitiativeResource>> ResourcesAsync(
        IQueryable<Initiative> initiatives,
        HttpContext context,
        BrinkDb db
    )
    {
        var rows = await initiatives
            .AsNoTracking()
            .Select(i => new
            {
                i.Id,
                i.Subject.Title,
                i.Subject.Slug,
                Village = new NamedResource(i.VillageId, i.Village!.Subject!.Title),
                Themes = i
                    .Subject.Themes.Join(db.Themes, st => st.ThemeId, t => t.Id, (_, theme) => theme)
                    .OrderBy(t => t.Order)
                    .Select(t => new NamedResource(t.Id, t.Subject!.Title))
                    .ToList(),
                i.Phase,
                i.PhaseSince,
                i.OwnerType,
                i.Answer,
                i.AnsweredAt,
                Due = db
                    .Promises.Where(p => p.SubjectId == i.Id && p.State == PromiseState.Open)
                    .Min(p => (DateOnly?)p.Due),
                i.NextStep,
                i.NextStepDate,
                i.Longitude,
                i.Latitude,
                i.Subject.CreatedAt,
                i.Subject.ChangedAt,
                i.IsExample,
            })
            .ToArrayAsync(context.RequestAborted);
        return
        [
            .. rows.Select(i => new InitiativeResource(
                context.Request.Links("/initiatieven/" + i.Id, InitiativeLinks.Show(i.Id, i.Slug)),
                i.Id,
                i.Title,
                i.Village,
                i.Themes,
                Codes.Of(i.Phase),
                i.PhaseSince,
                i.OwnerType is { } owner ? Codes.Of(new OwnerChoice(owner)) : null,
                i.Answer is { } answer ? InitiativeCodes.Of(answer) : null,
                i.AnsweredAt?.UtcDateTime,
                i.Due,
                i.NextStep,
                i.NextStepDate,
                i.Longitude,
                i.Latitude,
                i.CreatedAt.UtcDateTime,
                i.ChangedAt.UtcDateTime,
                i.IsExample
            )),
        ];
    }
}
