using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Calendars;
using Brink.Platform.Database;
using Brink.Platform.Http;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises.Calendar;

/// <summary>
/// Somebody's own promises as a calendar (RFC 5545), at an address that holds a secret. Nobody else stands in it by
/// name: organisations do, residents are residents.
/// </summary>
public static class CalendarEndpoint
{
    private const int Most = 500;

    public static void Map(WebApplication app) =>
        app.MapGet("/agenda/{secret:length(22)}.ics", AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(
        string secret,
        HttpContext context,
        BrinkDb db,
        Texts T,
        Tenant tenant,
        TimeProvider time
    )
    {
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        var hash = Secret.Hash(secret);
        var owner = await db
            .CalendarKeys.AsNoTracking()
            .Where(k => k.Hash == hash)
            .Select(k => new { k.PersonId, k.Person!.Language })
            .FirstOrDefaultAsync(context.RequestAborted);
        if (owner is null)
        {
            return Results.NotFound();
        }

        using var language = T.Languages.Use(owner.Language);
        var viewer = await ViewerQueries.LoadAsync(db, owner.PersonId, DutchTime.Today(time), context.RequestAborted);
        var mine = MyParties.Of(viewer);
        var days = new List<CalendarDay>();
        days.AddRange(await DaysAsync(db.Promises.WaitingFor(mine), mine: true));
        var known = days.Select(day => day.Uid).ToHashSet(StringComparer.Ordinal);
        days.AddRange(
            (await DaysAsync(db.Promises.ToComeFor(mine), mine: false)).Where(day => !known.Contains(day.Uid))
        );
        var feed = new CalendarFeed(T["Toezeggingen in {0}", tenant.Name], "Brink " + tenant.Name, days);
        return Results.Bytes(feed.ToBytes(), CalendarFeed.ContentType);

        async Task<IEnumerable<CalendarDay>> DaysAsync(IQueryable<Promise> promises, bool mine)
        {
            var rows = await promises
                .AsNoTracking()
                .Where(p => p.State == PromiseState.Open)
                .OrderBy(p => p.Due)
                .ThenBy(p => p.Id)
                .Take(Most)
                .Select(p => new
                {
                    p.Id,
                    p.Kind,
                    p.What,
                    p.Due,
                    p.MadeAt,
                    By = p.ByOrganisation!.Name,
                    To = p.ToOrganisation!.Name,
                    p.Subject!.Title,
                    Moved = p.Moves.Count(m => m.State == PromiseMoveState.Agreed),
                    MovedAt = p.Moves.Where(m => m.State == PromiseMoveState.Agreed).Max(m => m.DecidedAt),
                })
                .ToArrayAsync(context.RequestAborted);
            return rows.Select(p =>
            {
                var what = T.What(p.Kind, p.What, p.Title);
                var address = context.Request.Absolute(PromiseLinks.Show(p.Id));
                return new CalendarDay(
                    string.Create(CultureInfo.InvariantCulture, $"toezegging-{p.Id}@{tenant.Info.Host}"),
                    p.Due,
                    mine ? T["Doen: {0}", what] : T["Toegezegd aan u: {0}", what],
                    T["{0} beloofde dit aan {1}.", p.By ?? T["Een bewoner"], p.To ?? T["een bewoner"]],
                    address,
                    p.MovedAt ?? p.MadeAt,
                    p.Moved
                );
            });
        }
    }
}
