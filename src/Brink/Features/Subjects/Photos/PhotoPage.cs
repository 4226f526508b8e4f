using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Brink.Features.Subjects.Photos;

/// <summary>A photo of a subject, for who may see what it belongs to; smaller where a width is asked.</summary>
public abstract class PhotoPage(SubjectKind kind, IFileStore store, SmallPhotos small) : BrinkPage
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

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

        // What is public may be kept by everyone; what is not, by nobody.
        Response.Headers.CacheControl =
            found.Visibility == Visibility.Public
                ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)Kept.TotalSeconds}")
                : "private, no-store";
        Response.Headers.ContentDisposition = "inline; filename=\"foto\"";
        Response.Headers.XContentTypeOptions = "nosniff";
        var tag = new EntityTagHeaderValue(
            string.Create(CultureInfo.InvariantCulture, $"\"{found.Hash}-{SmallPhotos.Nearest(breedte)}\"")
        );
        if (
            SmallPhotos.Nearest(breedte) is { } width
            && await small.OfAsync(found.Hash, width, cancellation) is { } smaller
        )
        {
            return new FileContentResult(smaller.Content, smaller.ContentType) { EntityTag = tag };
        }

        return store.Open(found.Hash) is { } content
            ? new FileStreamResult(content, found.ContentType) { EntityTag = tag }
            : NotFound();
    }
}
