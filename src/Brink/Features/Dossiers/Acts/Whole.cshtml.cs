using Brink.Features.Advice;
using Brink.Features.Dossiers.EarlyOn;
using Brink.Features.Notices;
using Brink.Features.Promises;
using Brink.Features.Rounds;
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

    /// <summary>Who reacted when, and what was done with it.</summary>
    public IReadOnlyList<RoundOfPlan> Rounds { get; private set; } = [];

    /// <summary>Advice on it, with what was answered.</summary>
    public IReadOnlyList<ListRow> Advice { get; private set; } = [];

    /// <summary>What was promised about it.</summary>
    public IReadOnlyList<PromiseItem> Promises { get; private set; } = [];

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
        Rounds = await Db.RoundsOfPlanAsync(id, cancellation);
        var advice = await Db
            .Advices.Public()
            .Where(a => a.DossierId == id)
            .OrderBy(a => a.Id)
            .Take(MostLines)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Advice = [.. advice.Select(row => T.ListRow(row, Today))];
        Promises = await Db
            .Promises.Public()
            .Where(p => p.SubjectId == id && p.State != PromiseState.Declined)
            .OrderBy(p => p.MadeAt)
            .ThenBy(p => p.Id)
            .Take(MostLines)
            .Rows(Db)
            .ToArrayAsync(cancellation);
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
