using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Dossiers.Opening;

/// <summary>Question 5: where does it stand, and when does which step come?</summary>
public class StagesModel : OpeningPage, IPlansStages
{
    public override OpeningStep Step => OpeningStep.Stages;

    [BindProperty]
    public Stage Stage { get; set; }

    [BindProperty]
    public DateOnly? DraftOn { get; set; }

    [BindProperty]
    public PlannedDates Planned { get; set; } = new();

    public IReadOnlyList<Choice> AllStages =>
        [.. Enum.GetValues<Stage>().Select(stage => new Choice(stage, T.NameOf(stage), T.InOneSentence(stage)))];

    /// <summary>Without script nobody knows yet which stage is chosen on this page: those after it are asked all.</summary>
    public IReadOnlyList<Stage> StagesToPlan => [.. PlannedDates.Stages];

    public void OnGet() => (Stage, DraftOn, Planned) = (Answers.Stage, Answers.DraftOn, Answers.Planned);

    public async Task<IActionResult> OnPostAsync()
    {
        (Answers.Stage, Answers.DraftOn, Answers.Planned) = (Stage, DraftOn, Planned);
        return await GoOnAsync(OpeningRules.OfStages(Answers, Today));
    }
}
