using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints.Acts;

/// <summary>The paper from which a reaction was typed over, for the few who may; kept by no browser and no cache.</summary>
[Authorize]
public sealed class ScanModel(IFileStore store) : BrinkPage
{
    public async Task<IActionResult> OnGetAsync(long id, long signature, CancellationToken cancellation)
    {
        var standing = await Db.StandingAsync(id, Today, cancellation);
        if (standing is null || !Viewer.May(StandpointAct.See, standing))
        {
            return NotFound();
        }

        var found = await Db
            .SigningRounds.Where(r => r.StandpointId == id)
            .SelectMany(r => r.Signatures)
            .Where(s => s.Id == signature && s.ScanHash != "")
            .Select(s => new
            {
                s.AssociationId,
                s.ScanHash,
                s.ScanContentType,
            })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        if (!Viewer.MaySeeScan(standing, found.AssociationId))
        {
            return Forbid();
        }

        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"reactie-{signature}{ContentType.Extension(found.ScanContentType)}"
        );
        // A PDF may hold anything: it is opened by the reader's own program and never within this site.
        Response.Headers.ContentDisposition =
            (ContentType.IsPhoto(found.ScanContentType) ? "inline" : "attachment") + $"; filename=\"{name}\"";
        return store.Open(found.ScanHash) is { } content
            ? new FileStreamResult(content, found.ScanContentType)
            : NotFound();
    }
}
