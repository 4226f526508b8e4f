using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Checks;

/// <summary>The answers are counted.</summary>
[Authorize]
public class ReceivedModel : BrinkPage
{
    public DateOnly Closes { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        var closes = await Db
            .Checks.Where(c => c.Id == id)
            .Select(c => (DateOnly?)c.Closes)
            .FirstOrDefaultAsync(cancellation);
        Closes = closes ?? default;
        return closes is null ? NotFound()
            : CheckAccess.VoicesOf(Viewer).Count > 0 ? Page()
            : Forbid();
    }
}
