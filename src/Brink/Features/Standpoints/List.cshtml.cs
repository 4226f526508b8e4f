using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints;

/// <summary>What was sent, for everyone; and what still goes round, for the umbrella and its members.</summary>
[AllowAnonymous]
[PublicPage]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;
    private const int MostAmongst = 50;

    public IReadOnlyList<ListRow> Amongst { get; private set; } = [];
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public bool MayWrite => Viewer.Umbrellas().Count > 0;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Pagination = PagesOf(
            await Db.Standpoints.Public().CountAsync(cancellation),
            PageSize,
            number => string.Create(CultureInfo.InvariantCulture, $"{StandpointLinks.List}?pagina={number}")
        );
        var rows = await Db
            .Standpoints.Public()
            .NewestFirst()
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, Today))];
        if (Viewer.IsSignedIn)
        {
            var amongst = await Db
                .Standpoints.Amongst(Db, Viewer, Today)
                .NewestFirst()
                .Take(MostAmongst)
                .Rows(Db)
                .ToArrayAsync(cancellation);
            Amongst = [.. amongst.Select(row => T.ListRow(row, Today))];
        }
    }
}
