using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>A picture in a document, for who may read the document; before it is published, for officers.</summary>
[AllowAnonymous]
public sealed class PictureModel(IFileStore store, SmallPhotos small) : DossierPage(RoundAct.See)
{
    [BindProperty(SupportsGet = true, Name = "breedte")]
    public int? Wide { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (document, picture) = (Number("document"), Number("picture"));
        var found = await Db
            .DocumentPictures.AsNoTracking()
            .Where(p => p.Id == picture && p.DocumentId == document && p.Document!.DossierId == Head.Id)
            .Select(p => new
            {
                p.FileHash,
                p.ContentType,
                p.IsPublished,
            })
            .FirstOrDefaultAsync(Aborted);
        return found is not null && Viewer.MaySeePart(Standing, found.IsPublished)
            ? await PhotoServing.AnswerAsync(
                Response,
                store,
                small,
                (found.FileHash, found.ContentType),
                found.IsPublished && Standing.Visibility == Visibility.Public,
                Wide,
                Aborted
            )
            : NotFound();
    }
}
