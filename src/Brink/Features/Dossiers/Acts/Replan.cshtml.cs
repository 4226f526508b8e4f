using Brink.Features.Dossiers.Opening;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>Other planned dates, with a reason that everybody reads: a date never moves in silence.</summary>
public class ReplanModel() : DossierPage(DossierAct.Work), IPlansStages
{
    [BindProperty]
    public PlannedDates Planned { get; set; } = new();

    [BindProperty]
    public string? Because { get; set; }

    public IReadOnlyList<Stage> StagesToPlan { get; private set; } = [];

    /// <summary>What is planned now, also after somebody else changed it.</summary>
    public IReadOnlyList<StageRow> Current { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var rows = await ReadRowsAsync();
        foreach (var row in rows)
        {
            Planned[row.Stage] = row.PlannedOn;
        }

        Version = (uint)await Db.Dossiers.Where(d => d.Id == Id).Select(d => d.Revision).SingleAsync(Aborted);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadRowsAsync();
        StageDate[] dates = [.. StagesToPlan.Select(stage => new StageDate(stage, Planned[stage]))];
        var check = Outcome.Of([
            .. Dossier.CheckOrder(dates),
            .. Typed.Fits(
                nameof(Because),
                Because,
                DossierDateChange.LongestBecause,
                DossierDateChange.LongestBecause * 2
            ),
        ]);
        return await ActAsync(
            check,
            dossier => dossier.Replan(dates, TextRules.Clean(Because), ActsInOffice()),
            ReadRowsAsync
        );
    }

    private async Task<IReadOnlyList<StageRow>> ReadRowsAsync()
    {
        var rows = await Db
            .DossierStages.AsNoTracking()
            .Where(s => s.DossierId == Id)
            .Select(s => new StageRow(s.Stage, s.PlannedOn, s.ReachedOn))
            .ToArrayAsync(Aborted);
        StagesToPlan =
        [
            .. PlannedDates.Stages.Where(stage => !rows.Any(r => r.Stage == stage && r.ReachedOn is not null)),
        ];
        Current = [.. rows.Where(r => r.ReachedOn is null && r.PlannedOn is not null).OrderBy(r => r.Stage)];
        return rows;
    }
}
