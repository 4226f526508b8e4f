using System.Globalization;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Brink.Features.Subjects.Photos;

/// <summary>How a photo leaves the program, whatever it belongs to; access is asked before.</summary>
public static class PhotoServing
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <param name="isPublic">What everyone may see may be kept by everyone; what is not, by nobody.</param>
    /// <param name="breedte">The width that is asked for, in pixels; null for the photo as it came.</param>
    public static async Task<IActionResult> AnswerAsync(
        HttpResponse response,
        IFileStore store,
        SmallPhotos small,
        (string Hash, string ContentType) photo,
        bool isPublic,
        int? breedte,
        CancellationToken cancellation
    )
    {
        response.Headers.CacheControl = isPublic
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)Kept.TotalSeconds}")
            : "private, no-store";
        response.Headers.ContentDisposition = "inline; filename=\"foto\"";
        response.Headers.XContentTypeOptions = "nosniff";
        var tag = new EntityTagHeaderValue(
            string.Create(CultureInfo.InvariantCulture, $"\"{photo.Hash}-{SmallPhotos.Nearest(breedte)}\"")
        );
        if (
            SmallPhotos.Nearest(breedte) is { } width
            && await small.OfAsync(photo.Hash, width, cancellation) is { } smaller
        )
        {
            return new FileContentResult(smaller.Content, smaller.ContentType) { EntityTag = tag };
        }

        return store.Open(photo.Hash) is { } content
            ? new FileStreamResult(content, photo.ContentType) { EntityTag = tag }
            : new NotFoundResult();
    }
}
