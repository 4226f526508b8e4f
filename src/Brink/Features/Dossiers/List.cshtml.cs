using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>All public dossiers, to filter and to search.</summary>
[AllowAnonymous]
[PublicPage]
[Searches(DossierFilter.WordsName)]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;

    public DossierFilter Filter { get; private set; } = DossierFilter.None;
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public FilterBar Bar { get; private set; } = null!;
    public Pagination Pagination { get; private set; } = null!;

    /// <summary>For policy officers only: what is in confidence now.</summary>
    public IReadOnlyList<ListRow> Confidential { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = DossierFilter.Read(Request.Query);
        var found =
            Filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(Db, Filter.Words, DossierQueries.Searched, cancellation)
                : null;
        var groups = await GroupsAsync(found, cancellation);
        var chosen = Db.Dossiers.Public().Chosen(Filter, found);
        var total = await chosen.CountAsync(cancellation);
        Pagination = PagesOf(total, PageSize, Filter.Href);
        var rows = await chosen
            .NewestFirst()
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(T.ListRow)];
        Bar = new FilterBar(
            DossierLinks.List,
            Filter.Words,
            T["Zoek in de plannen"],
            T.Count(total, "1 plan", "{0} plannen"),
            groups,
            [.. (Filter with { Words = "" }).Fields()],
            Filter.IsEmpty ? null : DossierLinks.List
        );
        if (Viewer.MayOpenDossiers())
        {
            var confidential = await Db
                .Dossiers.Where(d => d.State == DossierState.InConfidence)
                .OrderBy(d => d.Confidence!.Until)
                .Take(PageSize)
                .Rows(Db)
                .ToArrayAsync(cancellation);
            Confidential = [.. confidential.Select(T.ListRow)];
        }
    }

    /// <summary>How many are left with each choice beside the others. Four queries.</summary>
    private async Task<IReadOnlyList<FilterGroup>> GroupsAsync(
        IReadOnlyCollection<long>? found,
        CancellationToken cancellation
    )
    {
        IQueryable<Dossier> With(DossierFilter filter) => Db.Dossiers.Public().Chosen(filter, found);
        var villages = await Db.VillagesOfAsync(
            With(Filter with { VillageId = null }).Select(one => one.Id),
            cancellation
        );
        var themes = await Db.ThemesOfAsync(With(Filter with { ThemeId = null }).Select(one => one.Id), cancellation);
        var stages = await With(Filter with { Stage = null })
            .GroupBy(d => d.Stage)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var over = await With(Filter with { IsOver = null })
            .GroupBy(d => d.State != DossierState.Open)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return
        [
            new(
                T["Stap"],
                [
                    .. Enum.GetValues<Stage>()
                        .Where(stages.ContainsKey)
                        .Select(s =>
                            Link(T.NameOf(s), stages[s], s == Filter.Stage, on => Filter with { Stage = on ? s : null })
                        ),
                ]
            ),
            new(
                T["Loopt het nog?"],
                [
                    .. new[] { false, true }
                        .Where(over.ContainsKey)
                        .Select(o =>
                            Link(
                                o ? T["Afgerond"] : T["Loopt nog"],
                                over[o],
                                o == Filter.IsOver,
                                on => Filter with { IsOver = on ? o : null }
                            )
                        ),
                ]
            ),
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
        ];
    }

    /// <summary>A chosen one takes itself away again.</summary>
    private static FilterLink Link(string text, int count, bool chosen, Func<bool, DossierFilter> with) =>
        new(text, with(!chosen).Href(), count, chosen);
}
