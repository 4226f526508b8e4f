using System.Globalization;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>The scan of one list, for the few who may see who signed; kept by no browser and no cache.</summary>
[Authorize]
public sealed class ScanModel(IFileStore store) : SupportPage
{
    [FromRoute(Name = "tally")]
    public long TallyId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await Db
            .PaperTallies.AsNoTracking()
            .Where(t => t.Id == TallyId && t.InitiativeId == Head.Id)
            .Select(t => new
            {
                t.ScanHash,
                t.ScanContentType,
                Standing = new TallyStanding(
                    t.State,
                    t.Contribution!.ByPersonId,
                    t.Counts.Select(c => c.PersonId).ToList()
                ),
            })
            .FirstOrDefaultAsync(Aborted);
        if (found is null)
        {
            return NotFound();
        }

        if (!Viewer.MaySeeScan(Standing, found.Standing))
        {
            return Forbid();
        }

        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"lijst-{TallyId}{ContentType.Extension(found.ScanContentType)}"
        );
        // A PDF may hold anything: it is opened by the reader's own program and never within this site.
        Response.Headers.ContentDisposition =
            (ContentType.IsPhoto(found.ScanContentType) ? "inline" : "attachment") + $"; filename=\"{name}\"";
        return store.Open(found.ScanHash) is { } content
            ? new FileStreamResult(content, found.ScanContentType)
            : NotFound();
    }
}
