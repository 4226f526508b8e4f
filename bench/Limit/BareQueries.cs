using Microsoft.EntityFrameworkCore;

namespace Brink.Bench.Limit;

/// <summary>What a bare page shows of one row, in words.</summary>
public sealed record BareRow(long Id, string Title, string Slug, string Village, string What, string NextStep);

/// <summary>One query for each page: untracked, and only the columns shown.</summary>
public static class BareQueries
{
    private const int PageSize = 20;

    public static Task<BareRow[]> ReadAsync(this BareDb db, string page, LimitSettings settings) =>
        page switch
        {
            "list" => db.Public(settings).Newest().ToArrayAsync(),
            "village" => db.Public(settings).Where(i => i.VillageId == settings.Village).Newest().ToArrayAsync(),
            "search" => db.Public(settings)
                .Where(i => i.Subject.Search!.Matches(EF.Functions.WebSearchToTsQuery("dutch", settings.Words)))
                .Newest()
                .ToArrayAsync(),
            "page" => db.Public(settings).Where(i => i.Id == settings.Initiative).Newest().ToArrayAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(page), page, "There is no such page."),
        };

    private static IQueryable<BareInitiative> Public(this BareDb db, LimitSettings settings) =>
        db
            .Initiatives.AsNoTracking()
            .Where(i =>
                i.MunicipalityId == settings.Municipality
                && i.Subject.Kind == "Initiative"
                && i.Subject.Visibility == "Public"
            );

    private static IQueryable<BareRow> Newest(this IQueryable<BareInitiative> initiatives) =>
        initiatives
            .OrderByDescending(i => i.Subject.ChangedAt)
            .ThenByDescending(i => i.Id)
            .Take(PageSize)
            .Select(i => new BareRow(i.Id, i.Subject.Title, i.Subject.Slug, i.Village.Title, i.What, i.NextStep));
}
