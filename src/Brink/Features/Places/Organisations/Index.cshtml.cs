using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Organisations;

/// <summary>All organisations, by kind and name.</summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : BrinkPage
{
    private const int PageSize = 60;

    public IReadOnlyList<OrganisationRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public FilterBar Bar { get; private set; } = null!;
    public OrganisationKind? Kind { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Kind =
            Enum.TryParse<OrganisationKind>(Request.Query["soort"], out var kind) && Enum.IsDefined(kind) ? kind : null;
        var counts = await Db
            .Organisations.Where(o => o.EndedAt == null)
            .GroupBy(o => o.Kind)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var total = counts.Where(c => Kind is null || c.Key == Kind).Sum(c => c.Value);
        Pagination = PagesOf(total, PageSize, number => Address(Kind, number));
        Rows = await Db
            .Organisations.Where(o => o.EndedAt == null && (Kind == null || o.Kind == Kind))
            // Those that speak for a village first, then by name.
            .OrderBy(o => o.Kind != OrganisationKind.Association)
            .ThenBy(o => o.Name)
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .RowsAsync(Db, Today, cancellation);
        Bar = new FilterBar(
            PlacesLinks.Organisations,
            "",
            "",
            T.Count(total, "1 organisatie", "{0} organisaties"),
            [
                new(
                    T["Soort"],
                    [
                        .. counts
                            .OrderBy(c => c.Key)
                            .Select(c => new FilterLink(
                                T.NameOf(c.Key),
                                c.Key == Kind ? PlacesLinks.Organisations : Address(c.Key, 1),
                                c.Value,
                                c.Key == Kind
                            )),
                    ]
                ),
            ],
            ClearHref: Kind is null ? null : PlacesLinks.Organisations
        );
    }

    private static string Address(OrganisationKind? kind, int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{PlacesLinks.Organisations}?{(kind is null ? "" : $"soort={kind}&")}pagina={page}"
        );
}
