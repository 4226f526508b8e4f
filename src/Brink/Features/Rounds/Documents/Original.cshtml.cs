using System.Globalization;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>
/// The Word file a version came from, for whoever may read the document, if the officer said so. A program of the reader
/// opens it, never this site.
/// </summary>
[AllowAnonymous]
public sealed class OriginalModel(IFileStore store) : DossierPage(RoundAct.See)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<IActionResult> OnGetAsync()
    {
        var (document, file) = (Number("document"), Number("file"));
        var found = await Db
            .WordFiles.AsNoTracking()
            .Where(w => w.Id == file && w.DocumentId == document && w.Document!.DossierId == Head.Id)
            .Select(w => new
            {
                w.FileHash,
                IsPublished = w.IsOffered && Db.DocumentVersions.Any(v => v.WordFileId == w.Id),
            })
            .FirstOrDefaultAsync(Aborted);
        if (
            found is null
            || !Viewer.MaySeePart(Standing, found.IsPublished)
            || store.Open(found.FileHash) is not { } content
        )
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"stuk-{document}-origineel-{file}.docx\""
        );
        return new FileStreamResult(content, Word);
    }
}
