using Brink.Features.Shared;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects.Photos;

/// <summary>A photo of a subject, for who may see what it belongs to; smaller where a width is asked.</summary>
public abstract class PhotoPage(SubjectKind kind, IFileStore store, SmallPhotos small) : BrinkPage
{
    /// <summary>Whether the viewer may see a subject that isn't public.</summary>
    protected abstract Task<bool> MaySeeAsync(long id, CancellationToken cancellation);

    public async Task<IActionResult> OnGetAsync(long id, long file, int? breedte, CancellationToken cancellation)
    {
        var found = await Db
            .SubjectFiles.AsNoTracking()
            .Where(f => f.Id == file && f.SubjectId == id && f.Subject!.Kind == kind)
            .Select(f => new
            {
                f.Hash,
                f.ContentType,
                f.Subject!.Visibility,
            })
            .FirstOrDefaultAsync(cancellation);
        if (
            found is null
            || !ContentType.IsPhoto(found.ContentType)
            || (found.Visibility != Visibility.Public && !await MaySeeAsync(id, cancellation))
        )
        {
            return NotFound();
        }

        return await PhotoServing.AnswerAsync(
            Response,
            store,
            small,
            (found.Hash, found.ContentType),
            found.Visibility == Visibility.Public,
            breedte,
            cancellation
        );
    }
}
