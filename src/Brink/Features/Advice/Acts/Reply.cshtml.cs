using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Advice.Acts;

public enum AdviceReply
{
    No,
    Later,
}

/// <summary>The adviser says no, without a reason if it wants, or asks for another day.</summary>
public class ReplyModel() : AdviceActPage(AdviceAct.Advise)
{
    [BindProperty]
    public AdviceReply? Choice { get; set; }

    [BindProperty]
    public DateOnly? ProposedDue { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var check = Outcome.Of([
                    .. Choice is null ? [new Refusal(nameof(Choice), "Kies een antwoord.")] : Array.Empty<Refusal>(),
                    .. Typed.Fits(nameof(Words), Words, AdviceCase.LongestWords, AdviceCase.LongestWords * 3),
                ]);
                if (!check.Succeeded)
                {
                    return check;
                }

                var advice = await LoadAsync();
                var words = TextRules.Clean(Words);
                return Choice == AdviceReply.No
                    ? advice.Decline(words, ActsForAdviser())
                    : advice.ProposeDate(ProposedDue, words, ActsForAdviser());
            },
            () => Address,
            ReadAgainAsync
        );
}
