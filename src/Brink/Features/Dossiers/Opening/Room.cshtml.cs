using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Dossiers.Opening;

/// <summary>Question 4: what is fixed, and what is open?</summary>
public class RoomModel : OpeningPage
{
    public override OpeningStep Step => OpeningStep.Room;

    [BindProperty]
    public string? Open { get; set; }

    [BindProperty]
    public string? Fixed { get; set; }

    public void OnGet() => (Fixed, Open) = (Answers.Fixed, Answers.Open);

    public async Task<IActionResult> OnPostAsync()
    {
        (Answers.Fixed, Answers.Open) = (TextRules.Clean(Fixed), TextRules.Clean(Open));
        return await GoOnAsync(OpeningRules.OfRoom(Answers));
    }
}
