using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>What was sent, for everyone to read again.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class ListModel : BrinkPage
{
    private const int PageSize = 20;

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public bool Makes => Viewer.MakesNewslettersFor() is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Pagination = PagesOf(
            await Db.Newsletters.Public().CountAsync(cancellation),
            PageSize,
            number => string.Create(CultureInfo.InvariantCulture, $"{NewsletterLinks.List}?pagina={number}")
        );
        var rows = await Db
            .Newsletters.Public()
            .NewestFirst()
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row))];
    }
}
