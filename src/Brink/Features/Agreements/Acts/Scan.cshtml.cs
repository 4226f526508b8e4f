using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements.Acts;

/// <summary>The sheet with a signature, for the parties only.</summary>
[Authorize]
public sealed class ScanModel(IFileStore store) : BrinkPage
{
    public async Task<IActionResult> OnGetAsync(long id, long answer, CancellationToken cancellation)
    {
        var standing = await Db.AgreementStandingAsync(id, cancellation);
        var found = await Db
            .AgreementAnswers.AsNoTracking()
            .Where(a => a.Id == answer && a.ScanHash != "")
            .Where(a => Db.AgreementVersions.Any(v => v.Id == a.VersionId && v.AgreementId == id))
            .Select(a => new { a.ScanHash, a.ScanContentType })
            .FirstOrDefaultAsync(cancellation);
        if (standing is null || found is null || !Viewer.May(AgreementAct.See, standing))
        {
            return NotFound();
        }

        return Viewer.May(AgreementAct.SeeOpen, standing)
            ? store.Serve(
                Response,
                found.ScanHash,
                found.ScanContentType,
                string.Create(CultureInfo.InvariantCulture, $"handtekening-{answer}")
            )
            : Forbid();
    }
}
