using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>How far it is, what comes next, by when and by whom (I3); when it is done, what it learnt (I9).</summary>
public class MovePhaseModel() : InitiativeActPage(InitiativeAct.MovePhase)
{
    [BindProperty]
    public Phase? Phase { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? NextStep { get; set; }

    [BindProperty]
    public DateOnly? NextStepDate { get; set; }

    [BindProperty]
    public string? NextStepBy { get; set; }

    [BindProperty]
    public string? Lessons { get; set; }

    public override async Task OnGetAsync()
    {
        Phase = Head.Phase;
        On = Today;
        NextStep = Head.NextStep;
        // A date that has passed is no plan any more.
        NextStepDate = Head.NextStepDate >= Today ? Head.NextStepDate : null;
        NextStepBy = Head.NextStepBy;
        Lessons = await Db.Initiatives.Where(i => i.Id == Head.Id).Select(i => i.Lessons).SingleAsync(Aborted);
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var check = Check();
                return check.Succeeded ? Move(await LoadAsync(q => q.Include(i => i.GroundRulesVersions))) : check;
            },
            () => Head.Address,
            ReadAsync
        );

    private Outcome Move(Initiative initiative)
    {
        var actor = May(InitiativeAct.Edit) ? ActsAsInitiator() : ActsAsOfficial();
        return Phase == initiative.Phase
            ? initiative.PlanNext(NextStep ?? "", NextStepDate, NextStepBy ?? "", Lessons ?? "", actor)
            : initiative.MoveTo(
                Phase!.Value,
                On ?? Today,
                NextStep ?? "",
                NextStepDate,
                NextStepBy ?? "",
                Lessons ?? "",
                actor
            );
    }

    private Outcome Check() =>
        Phase is null
            ? Outcome.Refuse(nameof(Phase), "Kies hoe ver het is.")
            : Outcome.Of([
                .. Typed.Fits(nameof(NextStep), NextStep, 200, 500),
                .. Typed.Fits(nameof(NextStepBy), NextStepBy, 100, 200),
                .. Typed.Fits(nameof(Lessons), Lessons, 4000, 20000),
            ]);
}
