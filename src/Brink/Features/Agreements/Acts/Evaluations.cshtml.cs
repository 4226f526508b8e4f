using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>The days on which the parties look together whether it works.</summary>
public class EvaluationsModel() : AgreementActPage(AgreementAct.Keep)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>The day to take out.</summary>
    [BindProperty]
    public DateOnly? Not { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        Not is { } day
            ? KeepAsync((agreement, actor) => agreement.CancelEvaluation(day, actor), Here)
            : KeepAsync(
                (agreement, actor) => agreement.PlanEvaluation(On!.Value, actor),
                Here,
                () => On is null ? [new Refusal(nameof(On), "Kies een dag.")] : []
            );

    private string Here() => AgreementLinks.Evaluations(Agreement.Id) + "?bewaard=ja";
}
