using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>All public initiatives, to filter and to search (I10).</summary>
[AllowAnonymous]
[PublicPage]
[Searches(InitiativeFilter.WordsName)]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;

    public InitiativeFilter Filter { get; private set; } = InitiativeFilter.None;
    public FilteredFigures Figures { get; private set; } = null!;
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public FilterBar Bar { get; private set; } = null!;
    public Pagination Pagination { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = InitiativeFilter.Read(Request.Query);
        var found =
            Filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(Db, Filter.Words, SearchQueries.Initiatives, cancellation)
                : null;
        var figures = found is null
            ? await KnownAsync(() => InitiativeFigures.CountAsync(Db, null, cancellation))
            : await InitiativeFigures.CountAsync(Db, found, cancellation);
        Figures = figures.With(Filter);
        Pagination = PagesOf(Figures.Total, PageSize, number => Filter.Href(InitiativeLinks.List, number));
        var rows = await Db
            .Initiatives.Public()
            .Chosen(Filter, found)
            .NewestFirst()
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, Today))];
        Bar = new FilterBar(
            InitiativeLinks.List,
            Filter.Words,
            T["Zoek in de initiatieven"],
            T.Count(Figures.Total, "1 initiatief", "{0} initiatieven"),
            Groups(),
            [.. (Filter with { Words = "" }).Fields()],
            Filter.IsEmpty ? null : InitiativeLinks.List
        );
    }

    private List<FilterGroup> Groups()
    {
        var phases = Figures.Phases;
        var owners = Figures.Owners;
        return
        [
            new(
                T["Dorp"],
                [
                    .. Figures.Villages.Select(v =>
                        Link(
                            v.Name,
                            v.Count,
                            v.Value == Filter.VillageId,
                            Filter with
                            {
                                VillageId = v.Value,
                            },
                            Filter with
                            {
                                VillageId = null,
                            }
                        )
                    ),
                ]
            ),
            new(
                T["Thema"],
                [
                    .. Figures.Themes.Select(t =>
                        Link(
                            t.Name,
                            t.Count,
                            t.Value == Filter.ThemeId,
                            Filter with
                            {
                                ThemeId = t.Value,
                            },
                            Filter with
                            {
                                ThemeId = null,
                            }
                        )
                    ),
                ]
            ),
            new(
                T["Fase"],
                [
                    .. Enum.GetValues<Phase>()
                        .Where(phases.ContainsKey)
                        .Select(p =>
                            Link(
                                T.NameOf(p),
                                phases[p],
                                p == Filter.Phase,
                                Filter with
                                {
                                    Phase = p,
                                },
                                Filter with
                                {
                                    Phase = null,
                                }
                            )
                        ),
                ]
            ),
            new(
                T["Van wie"],
                [
                    .. Codes
                        .AllOwners.Where(owners.ContainsKey)
                        .Select(o =>
                            Link(
                                T.WhoseIs(o.Type),
                                owners[o],
                                o == Filter.Owner,
                                Filter with
                                {
                                    Owner = o,
                                },
                                Filter with
                                {
                                    Owner = null,
                                }
                            )
                        ),
                ]
            ),
            new(
                T["Antwoord"],
                [
                    Link(
                        T["Wacht op antwoord"],
                        Figures.Waiting,
                        Filter.Waiting,
                        Filter with
                        {
                            Waiting = true,
                        },
                        Filter with
                        {
                            Waiting = false,
                        }
                    ),
                ]
            ),
        ];
    }

    /// <summary>A chosen one takes itself away again.</summary>
    private static FilterLink Link(
        string text,
        int count,
        bool chosen,
        InitiativeFilter with,
        InitiativeFilter without
    ) => new(text, (chosen ? without : with).Href(InitiativeLinks.List), count, chosen);
}
