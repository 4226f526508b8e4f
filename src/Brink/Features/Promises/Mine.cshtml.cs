using System.Globalization;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>Every promise that waits for the viewer, or that the viewer waits for, page by page.</summary>
[Authorize]
public sealed class MyPromisesModel : BrinkPage
{
    private const int PageSize = 20;
    private const string ToCome = "u-wacht-op";

    [BindProperty(SupportsGet = true, Name = "lijst")]
    public string? List { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public bool IsToCome => List == ToCome;
    public int Waiting { get; private set; }
    public int Coming { get; private set; }
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = new(1, 1, _ => "");

    /// <summary>Three queries, however many promises there are.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        var mine = MyParties.Of(Viewer);
        Waiting = await Db.Promises.WaitingFor(mine).CountAsync(cancellation);
        Coming = await Db.Promises.ToComeFor(mine).CountAsync(cancellation);
        var pages = Math.Max(1, ((IsToCome ? Coming : Waiting) + PageSize - 1) / PageSize);
        var page = Math.Clamp(PageNumber, 1, pages);
        var found = IsToCome ? Db.Promises.ToComeFor(mine) : Db.Promises.WaitingFor(mine);
        var rows = await found
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows =
        [
            .. rows.Select(row =>
                T.WaitingRow(row, IsToCome ? PromiseLinks.Show(row.Id) : MineModel.WhereDone(row), Today)
            ),
        ];
        Pagination = new(page, pages, Address);
    }

    private string Address(int page)
    {
        var first = IsToCome ? PromiseLinks.MineToCome : PromiseLinks.Mine;
        return page == 1
            ? first
            : string.Create(CultureInfo.InvariantCulture, $"{first}{(IsToCome ? '&' : '?')}pagina={page}");
    }
}
