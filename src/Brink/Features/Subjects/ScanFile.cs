using System.Globalization;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Subjects;

/// <summary>A scan for the few who may see it: kept by no browser and no cache.</summary>
public static class ScanFile
{
    /// <param name="name">Without extension: 'lijst-12'.</param>
    /// <returns>404 where the file is gone.</returns>
    public static IActionResult Serve(
        this IFileStore store,
        HttpResponse response,
        string hash,
        string contentType,
        string name
    )
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // A PDF may hold anything: it is opened by the reader's own program and never within this site.
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"{(ContentType.IsPhoto(contentType) ? "inline" : "attachment")}; filename=\"{name}{ContentType.Extension(contentType)}\""
        );
        return store.Open(hash) is { } content ? new FileStreamResult(content, contentType) : new NotFoundResult();
    }
}
