using Brink.Features.Shared;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>The municipality's logo.</summary>
[AllowAnonymous]
public class LogoModel(IFileStore store) : BrinkPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var hash = await Db
            .Municipalities.Where(m => m.Id == Tenant.Id)
            .Select(m => m.LogoHash)
            .SingleOrDefaultAsync(cancellation);
        if (hash is null || store.Open(hash) is not { } content)
        {
            return NotFound();
        }

        var start = new byte[16];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        Response.Headers.CacheControl = "public, max-age=3600";
        return File(content, ContentType.Of(start.AsSpan(0, read)) ?? "application/octet-stream");
    }
}
