using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

[AllowAnonymous]
[PublicPage]
public sealed class PromisePageModel : BrinkPage
{
    public PromiseItem Promise { get; private set; } = null!;
    public bool MayKeep { get; private set; }
    public bool MayRelease { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id)
    {
        var found = await Db.Promises.Public().Where(p => p.Id == id).Rows(Db).FirstOrDefaultAsync();
        if (found is null)
        {
            return NotFound();
        }

        Promise = found;
        if (Viewer.IsSignedIn)
        {
            var standing = PromiseStanding.Of(
                await Db.Promises.AsNoTracking().Include(p => p.Subject!.Villages).SingleAsync(p => p.Id == id)
            );
            MayKeep = Viewer.May(PromiseAct.Keep, standing);
            MayRelease = Viewer.May(PromiseAct.Release, standing);
        }

        return Page();
    }
}
