using Brink.Features.Dossiers.EarlyOn;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>From the first word to the decision on one page to print: which step when, who was told, what changed.</summary>
[AllowAnonymous]
[PublicPage]
public class WholeModel : BrinkPage
{
    public DossierView View { get; private set; } = null!;
    public DossierAround Around { get; private set; } = null!;
    public EarlyRow Early { get; private set; } = null!;
    public IReadOnlyList<JournalLine> Happened { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (
            await Db.DossierViewAsync(id, cancellation) is not { Visibility: Subjects.Visibility.Public } view
            || view.EndedOn is null
        )
        {
            return NotFound();
        }

        View = view;
        Around = await Db.DossierAroundAsync(id, cancellation);
        Early = EarlyRow.Of(view, Around.Stages)!;
        // A plan has some dozens of lines; this page is the one place that tells them all, the oldest first.
        Happened = await Db
            .Journal.Where(e => e.SubjectId == id)
            .WorthTelling()
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Take(MostLines)
            .WordedAsync(Db, T, cancellation);
        return Page();
    }

    private const int MostLines = 500;
}
