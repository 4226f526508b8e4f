using System.Globalization;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Reacting;

/// <summary>What was sent along with a reaction, for the few who may see it; kept by no browser and no cache.</summary>
[Authorize]
public sealed class FileModel(IFileStore store) : RoundPage(RoundAct.See)
{
    public async Task<IActionResult> OnGetAsync()
    {
        var id = Number("reaction");
        var found = await Db
            .Reactions.AsNoTracking()
            .Where(r => r.Id == id && r.RoundId == Round.Id && r.FileHash != "")
            .Select(r => new
            {
                r.FileHash,
                r.FileType,
                Standing = new ReactionStanding(
                    r.State,
                    r.PersonId,
                    r.OrganisationId,
                    r.Contribution!.EnteredById,
                    r.Contribution.EnteredForId
                ),
            })
            .FirstOrDefaultAsync(Aborted);
        if (found is null || !Viewer.MaySeeFile(Standing, found.Standing))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        var name = string.Create(CultureInfo.InvariantCulture, $"reactie-{id}{ContentType.Extension(found.FileType)}");
        // A PDF may hold anything: it is opened by the reader's own program and never within this site.
        Response.Headers.ContentDisposition =
            (ContentType.IsPhoto(found.FileType) ? "inline" : "attachment") + $"; filename=\"{name}\"";
        return store.Open(found.FileHash) is { } content ? new FileStreamResult(content, found.FileType) : NotFound();
    }
}
