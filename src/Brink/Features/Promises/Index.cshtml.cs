using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>Every promise that is public, by state and by who made it.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class PromisesModel : BrinkPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "staat")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "van")]
    public long? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<FilterLink> States { get; private set; } = [];
    public IReadOnlyList<FilterLink> Parties { get; private set; } = [];
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = new(1, 1, _ => "");
    public int Late { get; private set; }

    public async Task OnGetAsync()
    {
        var today = Today;
        var filter = Filters.FirstOrDefault(f => f.Name == State).Filter;
        var visible = Db.Promises.Public();
        var mine = visible.Where(p => By == null || p.ByOrganisationId == By);
        var counts = await mine.GroupBy(p => new { p.State, Late = p.State == PromiseState.Open && p.Due < today })
            .Select(g => new
            {
                g.Key.State,
                g.Key.Late,
                Count = g.Count(),
            })
            .ToArrayAsync();
        int CountOf(PromiseFilter one) =>
            counts
                .Where(c =>
                    one switch
                    {
                        PromiseFilter.Late => c.Late,
                        PromiseFilter.Kept => c.State == PromiseState.Kept,
                        PromiseFilter.Released => c.State == PromiseState.Released,
                        PromiseFilter.Proposed => c.State == PromiseState.Proposed,
                        _ => c.State == PromiseState.Open,
                    }
                )
                .Sum(c => c.Count);
        Late = CountOf(PromiseFilter.Late);
        States =
        [
            new(T["Lopend"], Address(null, By, 1), CountOf(PromiseFilter.Open), filter == PromiseFilter.Open),
            new(T["Te laat"], Address("te-laat", By, 1), Late, filter == PromiseFilter.Late),
            new(T["Nagekomen"], Address("nagekomen", By, 1), CountOf(PromiseFilter.Kept), filter == PromiseFilter.Kept),
            new(
                T["Vervallen"],
                Address("vervallen", By, 1),
                CountOf(PromiseFilter.Released),
                filter == PromiseFilter.Released
            ),
            new(
                T["Gevraagd"],
                Address("gevraagd", By, 1),
                CountOf(PromiseFilter.Proposed),
                filter == PromiseFilter.Proposed
            ),
        ];
        var parties = await visible
            .That(filter, today)
            .Where(p => p.ByOrganisationId != null)
            .GroupBy(p => new { p.ByOrganisationId, p.ByOrganisation!.Name })
            .Select(g => new
            {
                g.Key.ByOrganisationId,
                g.Key.Name,
                Count = g.Count(),
            })
            .OrderBy(g => g.Name)
            .Take(100)
            .ToArrayAsync();
        Parties =
        [
            new(T["Iedereen"], Address(State, null, 1), parties.Sum(p => p.Count), By is null),
            .. parties.Select(p => new FilterLink(
                p.Name,
                Address(State, p.ByOrganisationId, 1),
                p.Count,
                p.ByOrganisationId == By
            )),
        ];
        var pages = Math.Max(1, (CountOf(filter) + PageSize - 1) / PageSize);
        var page = Math.Clamp(PageNumber, 1, pages);
        var found = mine.That(filter, today);
        var ordered = filter is PromiseFilter.Kept or PromiseFilter.Released
            ? found.OrderByDescending(p => p.EndedAt).ThenByDescending(p => p.Id)
            : found.OrderBy(p => p.Due).ThenBy(p => p.Id);
        var rows = await ordered.Skip((page - 1) * PageSize).Take(PageSize).Rows(Db).ToArrayAsync();
        Rows =
        [
            .. rows.Select(row => new ListRow(
                T.What(row.Kind, row.What, row.Title),
                PromiseLinks.Show(row.Id),
                row.Village.Length > 0 ? row.Village : null,
                row.Status(T, today),
                Needed: row.Parties(T),
                Promise: row.Line(T, today)
            )),
        ];
        Pagination = new(page, pages, other => Address(State, By, other));
    }

    private static readonly (string Name, PromiseFilter Filter)[] Filters =
    [
        ("te-laat", PromiseFilter.Late),
        ("nagekomen", PromiseFilter.Kept),
        ("vervallen", PromiseFilter.Released),
        ("gevraagd", PromiseFilter.Proposed),
    ];

    private static string Address(string? state, long? by, int page)
    {
        var query = new QueryString();
        if (!string.IsNullOrEmpty(state))
        {
            query = query.Add("staat", state);
        }

        if (by is { } organisation)
        {
            query = query.Add("van", organisation.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (page > 1)
        {
            query = query.Add("pagina", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return PromiseLinks.List + query.ToUriComponent();
    }
}
