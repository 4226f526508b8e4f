using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Requests;

public enum RequestAnswer
{
    Yes,
    No,
    Otherwise,
}

/// <summary>The association says yes, no or otherwise, in one page.</summary>
public class AnswerModel() : RequestPage(RequestAct.Answer)
{
    [BindProperty]
    public RequestAnswer? Choice { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public DateOnly? ProposedFor { get; set; }

    public Task<IActionResult> OnPostAsync() => DoAsync(AnswerAsync, () => Address, ReadAgainAsync);

    private async Task<Outcome> AnswerAsync()
    {
        var request = await LoadAsync();
        var check = Outcome.Of([
            .. request.CanAnswer().Refusals,
            .. Choice is null ? [new Refusal(nameof(Choice), "Kies een antwoord.")] : Array.Empty<Refusal>(),
            .. Typed.Fits(nameof(Words), Words, 2000, 8000),
        ]);
        if (!check.Succeeded)
        {
            return check;
        }

        var actor = Acts(request.AssociationId);
        var words = TextRules.Clean(Words);
        return Choice switch
        {
            RequestAnswer.Yes => request.Accept(words, By(actor), actor),
            RequestAnswer.No => request.Decline(words, By(actor), actor),
            _ => request.Propose(words, ProposedFor, By(actor), actor),
        };
    }
}
