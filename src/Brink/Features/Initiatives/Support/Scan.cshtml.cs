using System.Globalization;
using Brink.Features.Subjects;
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

        return store.Serve(
            Response,
            found.ScanHash,
            found.ScanContentType,
            string.Create(CultureInfo.InvariantCulture, $"lijst-{TallyId}")
        );
    }
}
