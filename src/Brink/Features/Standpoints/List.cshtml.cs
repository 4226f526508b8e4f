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
        var pages = Math.Max(1, (await Db.Standpoints.Public().CountAsync(cancellation) + PageSize - 1) / PageSize);
        var page = Math.Clamp(AskedPage(), 1, pages);
        var rows = await Db
            .Standpoints.Public()
            .NewestFirst()
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, Today))];
        Pagination = new Pagination(
            page,
            pages,
            number => string.Create(CultureInfo.InvariantCulture, $"{StandpointLinks.List}?pagina={number}")
        );
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

    private int AskedPage() =>
        int.TryParse(Request.Query["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
