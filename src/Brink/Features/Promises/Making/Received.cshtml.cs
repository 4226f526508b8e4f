using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises.Making;

/// <summary>What was promised or asked is in, and what happens next.</summary>
[Authorize]
public sealed class PromiseReceivedModel : BrinkPage
{
    public PromiseItem Promise { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        var found = await Db
            .Promises.Public()
            .AsNoTracking()
            .Include(p => p.Subject!.Villages)
            .Include(p => p.Moves)
            .AsSingleQuery()
            .FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (found is null)
        {
            return NotFound();
        }

        var standing = PromiseStanding.Of(found, await Db.CarriersAsync(found.SubjectId, cancellation));
        if (!Viewer.IsEither(standing))
        {
            return Forbid();
        }

        Promise = await Db.Promises.Where(p => p.Id == id).Rows(Db).SingleAsync(cancellation);
        return Page();
    }
}
