using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Checks;

/// <summary>What both sides said, side by side over time; or of one term.</summary>
[AllowAnonymous]
[PublicPage]
public class ResultsModel : BrinkPage
{
    /// <summary>Four years.</summary>
    private const int MostTerms = 8;

    public IReadOnlyDictionary<Statement, IReadOnlyList<CheckRow>> Results { get; private set; } =
        new Dictionary<Statement, IReadOnlyList<CheckRow>>();

    /// <summary>Open now; null in other months.</summary>
    public (long Id, DateOnly Closes)? Open { get; private set; }

    /// <summary>Of the one term that is shown; null for all.</summary>
    public (string Title, DateOnly Closes)? One { get; private set; }

    public bool MayAnswer => Open is not null && CheckAccess.VoicesOf(Viewer).Count > 0;
    public bool HasResults => Results.Values.Any(rows => rows.Count > 0);

    public async Task<IActionResult> OnGetAsync(string? address, CancellationToken cancellation)
    {
        long? id = null;
        if (address is not null)
        {
            if (
                NumberedSlug.Read(address) is not (var asked, var slug)
                || await Db
                    .Checks.AsNoTracking()
                    .Where(c => c.Id == asked)
                    .Select(c => new
                    {
                        c.Subject.Title,
                        c.Subject.Slug,
                        c.Closes,
                    })
                    .FirstOrDefaultAsync(cancellation)
                    is not { } found
            )
            {
                return NotFound();
            }

            if (slug != found.Slug)
            {
                return RedirectPermanent(CheckLinks.Show(asked, found.Slug));
            }

            (id, One) = (asked, (found.Title, found.Closes));
        }

        Results = await Db.ResultsAsync(T, Today, MostTerms, cancellation, id);
        var open = await Db
            .Checks.AsNoTracking()
            .Where(c => c.Opens <= Today && c.Closes >= Today)
            .Select(c => new { c.Id, c.Closes })
            .FirstOrDefaultAsync(cancellation);
        Open = open is null ? null : (open.Id, open.Closes);
        return Page();
    }
}
