using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>All that is asked and offered and still open (I6, X3).</summary>
[AllowAnonymous]
[PublicPage]
[Searches(WordsName)]
public sealed class IndexModel : BrinkPage
{
    private const string WordsName = "zoek";
    private const int PageSize = 20;
    private const int MostWords = 200;

    private static readonly SubjectKind[] Kinds = [SubjectKind.Help];

    private static readonly (HelpKind Kind, string Code)[] KindCodes =
    [
        (HelpKind.Hands, "handen"),
        (HelpKind.Skill, "kennis"),
        (HelpKind.Thing, "spullen"),
        (HelpKind.BoardMember, "bestuur"),
    ];

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public FilterBar Bar { get; private set; } = null!;
    public Pagination Pagination { get; private set; } = null!;
    public bool IsFiltered { get; private set; }

    private string words = "";
    private HelpDirection? direction;
    private HelpKind? kind;
    private long? village;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ReadQuery();
        var found = words.Length > 0 ? await SearchQueries.NumbersAsync(Db, words, Kinds, cancellation) : null;
        var open = Db.Helps.StillOpen(Today);
        if (found is not null)
        {
            open = open.Where(h => found.Contains(h.Id));
        }

        var chosen = Chosen(open, direction, kind, village);
        var total = await chosen.CountAsync(cancellation);
        var counts = await open.GroupBy(h => new { h.Direction, h.Kind })
            .Select(g => new Heap(g.Key.Direction, g.Key.Kind, g.Count()))
            .ToArrayAsync(cancellation);
        var villages = await open.SelectMany(h => h.Subject.Villages)
            .GroupBy(v => v.VillageId)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .Join(Db.Subjects, g => g.Id, s => s.Id, (g, s) => new VillageHeap(g.Id, s.Title, g.Count))
            .ToArrayAsync(cancellation);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(Asked("pagina") is { } asked and < 100_000 ? (int)asked : 1, 1, pages);
        var rows = await chosen
            .SoonestFirst()
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(T.ListRow)];
        IsFiltered = words.Length > 0 || direction is not null || kind is not null || village is not null;
        Pagination = new Pagination(page, pages, number => Href(direction, kind, village, number));
        Bar = new FilterBar(
            ExchangeLinks.Help,
            words,
            T["Zoek in de hulp"],
            T.Count(total, "1 keer hulp", "{0} keer hulp"),
            Groups(counts, villages),
            [.. Fields(direction, kind, village).Where(field => field.Key != WordsName)],
            IsFiltered ? ExchangeLinks.Help : null
        );
    }

    private static IQueryable<Help> Chosen(
        IQueryable<Help> helps,
        HelpDirection? direction,
        HelpKind? kind,
        long? village
    ) =>
        helps.Where(h =>
            (direction == null || h.Direction == direction)
            && (kind == null || h.Kind == kind)
            && (village == null || h.Subject.Villages.Any(v => v.VillageId == village))
        );

    private List<FilterGroup> Groups(Heap[] counts, VillageHeap[] villages) =>
        [
            new(
                T["Gevraagd of aangeboden"],
                [
                    .. new[] { HelpDirection.Need, HelpDirection.Offer }.Select(one => new FilterLink(
                        T.NameOf(one),
                        Href(one == direction ? null : one, kind, village),
                        counts.Where(heap => heap.Direction == one).Sum(heap => heap.Count),
                        one == direction
                    )),
                ]
            ),
            new(
                T["Wat"],
                [
                    .. KindCodes.Select(one => new FilterLink(
                        T.NameOf(one.Kind),
                        Href(direction, one.Kind == kind ? null : one.Kind, village),
                        counts.Where(heap => heap.Kind == one.Kind).Sum(heap => heap.Count),
                        one.Kind == kind
                    )),
                ]
            ),
            new(
                T["Dorp"],
                [
                    .. villages
                        .OrderBy(one => one.Name, StringComparer.CurrentCulture)
                        .Select(one => new FilterLink(
                            one.Name,
                            Href(direction, kind, one.Id == village ? null : one.Id),
                            one.Count,
                            one.Id == village
                        )),
                ]
            ),
        ];

    private void ReadQuery()
    {
        words = TextRules.First(TextRules.Line(Request.Query[WordsName]), MostWords);
        direction = Request.Query["soort"].ToString() switch
        {
            "vraag" => HelpDirection.Need,
            "aanbod" => HelpDirection.Offer,
            _ => null,
        };
        var code = Request.Query["wat"].ToString();
        kind = Array.Find(KindCodes, one => one.Code == code) is { Code: not null } known ? known.Kind : null;
        village = Asked("dorp");
    }

    private long? Asked(string name) =>
        long.TryParse(Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private string Href(HelpDirection? toDirection, HelpKind? toKind, long? toVillage, int page = 1) =>
        QueryHelpers.AddQueryString(
            ExchangeLinks.Help,
            Fields(toDirection, toKind, toVillage)
                .Append(new("pagina", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : ""))
                .Where(field => field.Value.Length > 0)
                .Select(field => KeyValuePair.Create<string, string?>(field.Key, field.Value))
        );

    private IEnumerable<KeyValuePair<string, string>> Fields(
        HelpDirection? toDirection,
        HelpKind? toKind,
        long? toVillage
    )
    {
        if (words.Length > 0)
        {
            yield return new(WordsName, words);
        }

        if (toDirection is { } way)
        {
            yield return new("soort", ExchangeLinks.CodeOf(way));
        }

        if (toKind is { } what)
        {
            yield return new("wat", Array.Find(KindCodes, one => one.Kind == what).Code);
        }

        if (toVillage is { } where)
        {
            yield return new("dorp", where.ToString(CultureInfo.InvariantCulture));
        }
    }

    private sealed record Heap(HelpDirection Direction, HelpKind Kind, int Count);

    private sealed record VillageHeap(long Id, string Name, int Count);
}
