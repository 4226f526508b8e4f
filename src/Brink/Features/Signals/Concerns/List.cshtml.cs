using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Concerns;

/// <summary>All shared concerns: what plays in most villages first (S3).</summary>
[AllowAnonymous]
[PublicPage]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;

    public bool MayName => Viewer.May(ConcernAct.Name);

    public async Task OnGetAsync(int? pagina, CancellationToken cancellation)
    {
        var villages = await Db.Villages.CountAsync(cancellation);
        var rows = Db.SharedConcerns.Rows(Db);
        var total = await rows.CountAsync(cancellation);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(pagina ?? 1, 1, pages);
        var shown = await rows.Skip((page - 1) * PageSize).Take(PageSize).ToArrayAsync(cancellation);
        Rows =
        [
            .. shown.Select(c => new ListRow(
                c.Title,
                SignalLinks.Concern(c.Id, c.Slug),
                Needed: T["Speelt in {0} van {1} dorpen", c.Villages, villages],
                When: T.Count(c.Signals, "1 signaal", "{0} signalen")
            )),
        ];
        Pagination = new Pagination(
            page,
            pages,
            number => string.Create(CultureInfo.InvariantCulture, $"{SignalLinks.Concerns}?pagina={number}")
        );
    }
}
