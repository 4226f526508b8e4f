using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Home;

/// <summary>Tells in one look what goes on and what one can do here.</summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : BrinkPage
{
    private const int RowsShown = 5;

    public IReadOnlyList<ListRow> Recent { get; private set; } = [];
    public string Waiting => (InitiativeFilter.None with { Waiting = true }).Href(InitiativeLinks.List);
    public HomeFigures Figures { get; private set; } = new(0, 0, 0, 0, 0, 0);

    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var rows = await Db.Initiatives.Public().NewestFirst().Take(RowsShown).Rows(Db).ToArrayAsync(stop);
        Recent = [.. rows.Select(row => T.ListRow(row, Today))];
        Figures = await HomeFigures.Of(Db, Today, stop);
    }
}
