using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Dossiers.Opening;

/// <summary>Question 3: who decides in the end, and how far do villages take part?</summary>
public class DecidesModel : OpeningPage
{
    public override OpeningStep Step => OpeningStep.Decides;

    [BindProperty]
    public string? WhoDecides { get; set; }

    [BindProperty]
    public InvolvementLevel Level { get; set; }

    public IReadOnlyList<Choice> Levels =>
        [.. DossierWording.Levels.Select(level => new Choice(level, T.LevelOf(level), T.Meaning(level)))];

    public void OnGet() => (WhoDecides, Level) = (Answers.WhoDecides ?? T["De gemeenteraad"], Answers.Level);

    public async Task<IActionResult> OnPostAsync()
    {
        (Answers.WhoDecides, Answers.Level) = (TextRules.Line(WhoDecides), Level);
        return await GoOnAsync(OpeningRules.OfDeciding(Answers));
    }
}
