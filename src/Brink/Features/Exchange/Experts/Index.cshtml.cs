using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Experts;

/// <summary>Who knows it? Found by words, in Dutch word forms, and by village (X1).</summary>
[AllowAnonymous]
[PublicPage]
[Searches(WordsName)]
public sealed class IndexModel : BrinkPage
{
    private const string WordsName = "zoek";
    private const int PageSize = 20;
    private const int MostWords = 200;

    private static readonly SubjectKind[] Kinds = [SubjectKind.Expert];

    private string words = "";
    private long? village;

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public FilterBar Bar { get; private set; } = null!;
    public Pagination Pagination { get; private set; } = null!;
    public bool IsFiltered => words.Length > 0 || village is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        words = TextRules.First(TextRules.Line(Request.Query[WordsName]), MostWords);
        village = Asked("dorp");
        var listed = Db.Experts.Listed();
        if (words.Length > 0)
        {
            var found = await SearchQueries.NumbersAsync(Db, words, Kinds, cancellation);
            listed = listed.Where(e => found.Contains(e.Id));
        }

        var villages = await Db
            .Villages.Select(v => new
            {
                v.Id,
                v.Subject!.Title,
                Count = listed.Count(e =>
                    !e.Subject.Villages.Any() || e.Subject.Villages.Any(sv => sv.VillageId == v.Id)
                ),
            })
            .OrderBy(v => v.Title)
            .ToArrayAsync(cancellation);
        var chosen = village is { } one ? listed.For(one) : listed;
        var total = await chosen.CountAsync(cancellation);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(Asked("pagina") is { } asked and < 100_000 ? (int)asked : 1, 1, pages);
        var rows = await chosen
            .OrderBy(e => e.Subject.Title)
            .ThenBy(e => e.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Views(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(T.ListRow)];
        Pagination = new Pagination(page, pages, number => Href(village, number));
        Bar = new FilterBar(
            ExchangeLinks.Experts,
            words,
            T["Waar moet iemand iets van weten?"],
            T.Count(total, "1 die het misschien weet", "{0} die het misschien weten"),
            [
                new(
                    T["Dorp"],
                    [
                        .. villages
                            .Where(v => v.Count > 0)
                            .Select(v => new FilterLink(
                                v.Title,
                                Href(v.Id == village ? null : v.Id),
                                v.Count,
                                v.Id == village
                            )),
                    ]
                ),
            ],
            village is { } kept ? [new("dorp", kept.ToString(CultureInfo.InvariantCulture))] : [],
            IsFiltered ? ExchangeLinks.Experts : null
        );
    }

    private string Href(long? toVillage, int page = 1)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (words.Length > 0)
        {
            query[WordsName] = words;
        }

        if (toVillage is { } where)
        {
            query["dorp"] = where.ToString(CultureInfo.InvariantCulture);
        }

        if (page > 1)
        {
            query["pagina"] = page.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(ExchangeLinks.Experts, query);
    }

    private long? Asked(string name) =>
        long.TryParse(Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
