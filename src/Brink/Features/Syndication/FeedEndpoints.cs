using Brink.Features.Dossiers;
using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Database;
using Brink.Platform.Feeds;
using Brink.Platform.Http;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Syndication;

/// <summary>What happened, as Atom feeds read from the journal (N3). Only what everyone may see.</summary>
public static class FeedEndpoints
{
    private const int Most = 50;

    /// <summary>The year in identifiers of what has no year of its own; never changes.</summary>
    private const int FirstYear = 2026;

    /// <summary>Kinds that have one feed for all together, at the address of their list.</summary>
    public static readonly IReadOnlyList<(SubjectKind Kind, string List)> OfKinds =
    [
        (SubjectKind.Standpoint, "/standpunten"),
        (SubjectKind.VillageRequest, "/verzoeken"),
        (SubjectKind.Help, "/hulp"),
        (SubjectKind.Agreement, "/afspraken"),
        (SubjectKind.Newsletter, "/nieuwsbrieven"),
        (SubjectKind.Advice, "/adviezen"),
    ];

    public static void Map(WebApplication app)
    {
        Feed(app, InitiativeLinks.ListFeed, AllAsync);
        Feed(app, "/dorpen/{id:long}/feed", VillageAsync);
        Feed(app, "/initiatieven/{id:long}/feed", InitiativeAsync);
        Feed(app, DossierLinks.ListFeed, DossiersAsync);
        foreach (var (kind, list) in OfKinds)
        {
            Feed(
                app,
                list + "/feed",
                (HttpContext context, BrinkDb db, Texts T, Tenant tenant) =>
                    AnswerAsync(
                        context,
                        db.Journal.Where(e => e.Subject!.Kind == kind),
                        new(
                            list.TrimStart('/'),
                            T["{0} in {1}", T.NameOf(kind), tenant.Name],
                            list,
                            DateTimeOffset.UnixEpoch
                        )
                    )
            );
        }

        Feed(app, "/dossiers/{id:long}/feed", DossierAsync);
    }

    private static void Feed(WebApplication app, string pattern, Delegate answer) =>
        app.MapGet(pattern, answer).AllowAnonymous().WithMetadata(new PublicPageAttribute());

    private static Task<IResult> AllAsync(HttpContext context, BrinkDb db, Texts T, Tenant tenant) =>
        AnswerAsync(
            context,
            db.Journal.Where(e => e.Subject!.Kind == SubjectKind.Initiative),
            new("initiatieven", T["Initiatieven in {0}", tenant.Name], InitiativeLinks.List, DateTimeOffset.UnixEpoch)
        );

    private static async Task<IResult> VillageAsync(long id, HttpContext context, BrinkDb db)
    {
        var village = await SubjectAsync(db, id, SubjectKind.Village, context.RequestAborted);
        if (village is not { Visibility: Visibility.Public })
        {
            return Results.NotFound();
        }

        return await AnswerAsync(
            context,
            db.Journal.Where(e =>
                e.SubjectId == id || db.SubjectVillages.Any(sv => sv.VillageId == id && sv.SubjectId == e.SubjectId)
            ),
            new("dorp/" + id, village.Title, PlacesLinks.Village(id, village.Slug), village.ChangedAt)
        );
    }

    private static async Task<IResult> InitiativeAsync(long id, HttpContext context, BrinkDb db)
    {
        var initiative = await SubjectAsync(db, id, SubjectKind.Initiative, context.RequestAborted);
        return initiative switch
        {
            { Visibility: Visibility.Public } => await AnswerAsync(
                context,
                db.Journal.Where(e => e.SubjectId == id),
                new(
                    "initiatief/" + id,
                    initiative.Title,
                    InitiativeLinks.Show(id, initiative.Slug),
                    initiative.ChangedAt
                )
            ),
            { Visibility: Visibility.Withdrawn } => Results.StatusCode(StatusCodes.Status410Gone),
            _ => Results.NotFound(),
        };
    }

    private static Task<IResult> DossiersAsync(HttpContext context, BrinkDb db, Texts T, Tenant tenant) =>
        AnswerAsync(
            context,
            db.Journal.Where(e => e.Subject!.Kind == SubjectKind.Dossier),
            new("dossiers", T["Plannen van {0}", tenant.Name], DossierLinks.List, DateTimeOffset.UnixEpoch)
        );

    /// <summary>Of what is in confidence, or was withdrawn so, there is nothing: not even that it was there.</summary>
    private static async Task<IResult> DossierAsync(long id, HttpContext context, BrinkDb db) =>
        await SubjectAsync(db, id, SubjectKind.Dossier, context.RequestAborted)
            is { Visibility: Visibility.Public } dossier
            ? await AnswerAsync(
                context,
                db.Journal.Where(e => e.SubjectId == id),
                new("dossier/" + id, dossier.Title, DossierLinks.Show(id, dossier.Slug), dossier.ChangedAt)
            )
            : Results.NotFound();

    private static async Task<IResult> AnswerAsync(HttpContext context, IQueryable<JournalEntry> entries, About about)
    {
        var services = context.RequestServices;
        var db = services.GetRequiredService<BrinkDb>();
        var tenant = services.GetRequiredService<Tenant>();
        var lines = await entries
            .Where(e => e.Subject!.Visibility == Visibility.Public)
            .WorthTelling()
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Most)
            .WordedAsync(db, services.GetRequiredService<Texts>(), context.RequestAborted);
        var numbers = lines.Select(line => line.SubjectId).Distinct().ToArray();
        var subjects = await db
            .Subjects.AsNoTracking()
            .Where(s => numbers.Contains(s.Id))
            .ToDictionaryAsync(
                s => s.Id,
                s => new
                {
                    s.Kind,
                    s.Title,
                    s.Slug,
                },
                context.RequestAborted
            );
        var request = context.Request;
        var feed = new AtomFeed(
            AtomFeed.Tag(tenant.Info.Host, FirstYear, about.Path),
            about.Title,
            "Brink " + tenant.Name,
            request.Absolute(about.Page),
            request.Absolute(request.Path.ToUriComponent()),
            lines.Count > 0 ? lines[0].At : about.Since,
            Languages.CurrentCode,
            [
                .. lines.Select(line =>
                {
                    var (id, subject) = (line.SubjectId!.Value, subjects[line.SubjectId.Value]);
                    return new AtomEntry(
                        AtomFeed.Tag(tenant.Info.Host, line.At.Year, "journaal/" + line.Id),
                        subject.Title,
                        request.Absolute(SubjectLinks.Of(subject.Kind, id, subject.Slug)),
                        line.At,
                        line.At,
                        Summary: line.Sentence
                    );
                }),
            ]
        );
        context.Response.Headers.CacheControl = "public, no-cache";
        return Results.Bytes(feed.ToBytes(), AtomFeed.ContentType);
    }

    private static Task<Found?> SubjectAsync(BrinkDb db, long id, SubjectKind kind, CancellationToken cancellation) =>
        db
            .Subjects.AsNoTracking()
            .Where(s => s.Id == id && s.Kind == kind)
            .Select(s => new Found(s.Title, s.Slug, s.Visibility, s.ChangedAt))
            .FirstOrDefaultAsync(cancellation);

    private sealed record Found(string Title, string Slug, Visibility Visibility, DateTimeOffset ChangedAt);

    /// <param name="Path">In the feed's identifier.</param>
    /// <param name="Page">The page for people.</param>
    /// <param name="Since">For when nothing happened yet.</param>
    private sealed record About(string Path, string Title, string Page, DateTimeOffset Since);
}
