using Brink.Features.Initiatives;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Syndication;

/// <summary>A small page about one village, to stand within another site (P6). Sets no cookie and runs no script.</summary>
[AllowAnonymous]
[PublicPage]
public class BlockModel : BrinkPage
{
    private const int Most = 5;

    public Subject Village { get; private set; } = null!;
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        var village = await Db
            .Subjects.AsNoTracking()
            .FirstOrDefaultAsync(
                s => s.Id == id && s.Kind == SubjectKind.Village && s.Visibility == Visibility.Public,
                cancellation
            );
        if (village is null)
        {
            return NotFound();
        }

        Village = village;
        var rows = await Db
            .Initiatives.Public()
            .Where(i => i.VillageId == id)
            .NewestFirst()
            .Take(Most)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, Today))];
        return Page();
    }

    public string Absolute(string path) => Request.Absolute(path);
}
