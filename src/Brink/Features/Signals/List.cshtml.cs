using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>All public signals, to filter and to search.</summary>
[AllowAnonymous]
[PublicPage]
[Searches(SignalFilter.WordsName)]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;

    public SignalFilter Filter { get; private set; } = SignalFilter.None;
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public FilterBar Bar { get; private set; } = null!;
    public Pagination Pagination { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = SignalFilter.Read(Request.Query);
        var found =
            Filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(Db, Filter.Words, SignalQueries.Searched, cancellation)
                : null;
        var groups = await GroupsAsync(found, cancellation);
        var chosen = Db.Signals.Public().Chosen(Filter, found);
        var total = await chosen.CountAsync(cancellation);
        Pagination = PagesOf(total, PageSize, Filter.Href);
        var rows = await chosen
            .NewestFirst()
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, Today))];
        Bar = new FilterBar(
            SignalLinks.List,
            Filter.Words,
            T["Zoek in de signalen"],
            T.Count(total, "1 signaal", "{0} signalen"),
            groups,
            [.. (Filter with { Words = "" }).Fields()],
            Filter.IsEmpty ? null : SignalLinks.List
        );
    }

    /// <summary>How many are left with each choice beside the others. Four queries.</summary>
    private async Task<IReadOnlyList<FilterGroup>> GroupsAsync(
        IReadOnlyCollection<long>? found,
        CancellationToken cancellation
    )
    {
        IQueryable<Signal> With(SignalFilter filter) => Db.Signals.Public().Chosen(filter, found);
        var villages = await Db.VillagesOfAsync(
            With(Filter with { VillageId = null }).Select(one => one.Id),
            cancellation
        );
        var themes = await Db.ThemesOfAsync(With(Filter with { ThemeId = null }).Select(one => one.Id), cancellation);
        var kinds = await With(Filter with { Kind = null })
            .GroupBy(s => s.Kind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var states = await With(Filter with { State = null })
            .GroupBy(s => s.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return
        [
            new(
                T["Dorp"],
                [
                    .. villages.Select(v =>
                        Link(
                            v.Title,
                            v.Count,
                            v.Id == Filter.VillageId,
                            on => Filter with { VillageId = on ? v.Id : null }
                        )
                    ),
                ]
            ),
            new(
                T["Thema"],
                [
                    .. themes.Select(t =>
                        Link(t.Title, t.Count, t.Id == Filter.ThemeId, on => Filter with { ThemeId = on ? t.Id : null })
                    ),
                ]
            ),
            new(
                T["Soort"],
                [
                    .. SignalCodes
                        .AllKinds.Where(kinds.ContainsKey)
                        .Select(k =>
                            Link(T.NameOf(k), kinds[k], k == Filter.Kind, on => Filter with { Kind = on ? k : null })
                        ),
                ]
            ),
            new(
                T["Hoe ver het is"],
                [
                    .. SignalCodes
                        .AllStates.Where(states.ContainsKey)
                        .Select(s =>
                            Link(T.NameOf(s), states[s], s == Filter.State, on => Filter with { State = on ? s : null })
                        ),
                ]
            ),
        ];
    }

    /// <summary>A chosen one takes itself away again.</summary>
    private static FilterLink Link(string text, int count, bool chosen, Func<bool, SignalFilter> with) =>
        new(text, with(!chosen).Href(), count, chosen);
}
