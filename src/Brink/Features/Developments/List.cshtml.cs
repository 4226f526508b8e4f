using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Developments;

/// <summary>The watch list: the first day to act on top (S5).</summary>
[AllowAnonymous]
[PublicPage]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public bool ShowsClosed { get; private set; }

    public bool MayKeep => DevelopmentAccess.UmbrellasOf(Viewer).Any();

    public async Task OnGetAsync(string? stand, int? pagina, CancellationToken cancellation)
    {
        ShowsClosed = stand == "afgesloten";
        var closed = ShowsClosed;
        var visible = Db
            .Developments.AsNoTracking()
            .VisibleTo(Db, Viewer, Today)
            .Where(d => (d.ClosedAt != null) == closed);
        var total = await visible.CountAsync(cancellation);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(pagina ?? 1, 1, pages);
        var rows = await visible
            .OrderBy(d => d.ActBy == null)
            .ThenBy(d => d.ActBy)
            .ThenByDescending(d => d.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(d => new
            {
                d.Id,
                d.Subject.Title,
                d.Subject.Slug,
                d.Subject.Visibility,
                d.Level,
                d.ActBy,
                Umbrella = d.Umbrella!.Name,
            })
            .ToArrayAsync(cancellation);
        Rows =
        [
            .. rows.Select(d => new ListRow(
                d.Title,
                DevelopmentLinks.Show(d.Id, d.Slug),
                Status: d.Visibility == Visibility.Public ? null : new Status(T["Alleen voor leden"]),
                When: T["{0}, gevolgd door {1}", T.NameOf(d.Level), d.Umbrella],
                Needed: closed ? null : T.ActBy(d.ActBy, Today)
            )),
        ];
        Pagination = new Pagination(
            page,
            pages,
            number =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{DevelopmentLinks.List}?{(closed ? "stand=afgesloten&" : "")}pagina={number}"
                )
        );
    }
}
