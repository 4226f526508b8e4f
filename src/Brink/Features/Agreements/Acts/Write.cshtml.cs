using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>The text with its articles. A colleague's newer words are not written over unread.</summary>
public class WriteModel() : AgreementActPage(AgreementAct.Keep)
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>How often the draft had changed when this form was opened.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>What stands there now, when somebody else was first.</summary>
    public string? Theirs { get; private set; }

    public override Task OnGetAsync()
    {
        (Text, Seen) = (Agreement.Open?.Text, Agreement.Open?.Changes ?? 0);
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostAsync() =>
        KeepAsync(
            (agreement, actor) =>
                agreement.Open is { } draft && draft.Changes != Seen
                    ? Overtaken(draft)
                    : agreement.Write(TextRules.Clean(Text), actor),
            () => AgreementLinks.Pledges(Agreement.Id),
            Check
        );

    private Outcome Overtaken(AgreementVersion draft)
    {
        Theirs = draft.Text;
        Seen = draft.Changes;
        ModelState.Remove(nameof(Seen));
        return Outcome.Refuse(
            nameof(Text),
            "Iemand anders paste dit intussen aan. Vergelijk de teksten en bewaar opnieuw."
        );
    }

    private IEnumerable<Refusal> Check() =>
        string.IsNullOrWhiteSpace(Text)
            ? [new Refusal(nameof(Text), "Schrijf de tekst.")]
            : Typed.Fits(nameof(Text), Text, Agreement.LongestText, Agreement.LongestText * 2);
}
