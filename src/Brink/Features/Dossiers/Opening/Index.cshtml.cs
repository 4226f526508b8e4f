using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Dossiers.Opening;

/// <summary>Question 1: what does the municipality think of, and why?</summary>
public class IndexModel : OpeningPage
{
    public override OpeningStep Step => OpeningStep.What;

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public void OnGet() => (NewTitle, What, Why) = (Answers.Title, Answers.What, Answers.Why);

    public async Task<IActionResult> OnPostAsync()
    {
        (Answers.Title, Answers.What, Answers.Why) = (
            TextRules.Line(NewTitle),
            TextRules.Clean(What),
            TextRules.Clean(Why)
        );
        return await GoOnAsync(OpeningRules.OfWhat(Answers));
    }

    /// <summary>Begins anew.</summary>
    public async Task<IActionResult> OnPostForgetAsync()
    {
        if (await DraftAsync(tracked: true) is { } draft)
        {
            Db.Remove(draft);
            await Db.SaveChangesAsync(Aborted);
        }

        return Redirect(DossierLinks.New);
    }
}
