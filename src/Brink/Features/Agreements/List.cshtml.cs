using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements;

/// <summary>What parties signed together, for everyone; and what is still being made, for the parties.</summary>
[AllowAnonymous]
[PublicPage]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;
    private const int MostAmongst = 50;

    public IReadOnlyList<ListRow> Amongst { get; private set; } = [];
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public bool MayDraw => AgreementAccess.KeepersOf(Viewer).Count > 0;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Pagination = PagesOf(
            await Db.Agreements.Public().CountAsync(cancellation),
            PageSize,
            number => string.Create(CultureInfo.InvariantCulture, $"{AgreementLinks.List}?pagina={number}")
        );
        var rows = await Db
            .Agreements.Public()
            .InOrder()
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Rows()
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(T.ListRow)];
        if (Viewer.IsSignedIn)
        {
            var amongst = await Db
                .Agreements.Amongst(Viewer)
                .InOrder()
                .Take(MostAmongst)
                .Rows()
                .ToArrayAsync(cancellation);
            Amongst = [.. amongst.Select(T.ListRow)];
        }
    }
}
