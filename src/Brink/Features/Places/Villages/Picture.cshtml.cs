using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Villages;

/// <summary>The photo of a village, for as long as it is on its page.</summary>
[AllowAnonymous]
public class PictureModel(IFileStore store) : BrinkPage
{
    public async Task<IActionResult> OnGetAsync(long id, long fileId, CancellationToken cancellation)
    {
        var photo = await Db
            .SubjectFiles.AsNoTracking()
            .Where(f => f.Id == fileId && f.SubjectId == id && f.PartId == null)
            .Where(f => f.Subject!.Kind == SubjectKind.Village && f.Subject.Visibility == Visibility.Public)
            .Select(f => new { f.Hash, f.ContentType })
            .FirstOrDefaultAsync(cancellation);
        if (photo is null || store.Open(photo.Hash) is not { } content)
        {
            return NotFound();
        }

        // Another photo has another number, so this one never changes.
        Response.Headers.CacheControl = "public, max-age=86400, immutable";
        return File(content, photo.ContentType);
    }
}
