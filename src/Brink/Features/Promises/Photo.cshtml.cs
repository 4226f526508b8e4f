using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>The photo that shows that a promise was kept, for who may see what it is about.</summary>
[AllowAnonymous]
public sealed class PromisePhotoModel(IFileStore store, SmallPhotos small) : BrinkPage
{
    public async Task<IActionResult> OnGetAsync(long id, int? breedte, CancellationToken cancellation)
    {
        var found = await Db
            .Promises.AsNoTracking()
            .Seen()
            .Include(p => p.Subject!.Villages)
            .Include(p => p.Moves)
            .Include(p => p.Photo)
            .AsSingleQuery()
            .FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (found?.Photo is not { } photo)
        {
            return NotFound();
        }

        var isPublic = found.Subject!.Visibility == Visibility.Public;
        var carriers = isPublic ? SubjectCarriers.None : await Db.CarriersAsync(found.SubjectId, cancellation);
        return !Viewer.May(PromiseAct.See, PromiseStanding.Of(found, carriers))
            ? NotFound()
            : await PhotoServing.AnswerAsync(
                Response,
                store,
                small,
                (photo.Hash, photo.ContentType),
                isPublic,
                breedte,
                cancellation
            );
    }
}
