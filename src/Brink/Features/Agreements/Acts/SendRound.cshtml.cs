using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>Everything once more on one page, and then to the parties. Only what was seen here goes round.</summary>
public class SendRoundModel() : AgreementActPage(AgreementAct.Keep)
{
    /// <summary>How often the draft had changed when this page was opened.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public override Task OnGetAsync()
    {
        Seen = Agreement.Open?.Changes ?? 0;
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostAsync() =>
        KeepAsync(
            (agreement, actor) =>
            {
                if (agreement.Open is not { State: VersionState.Draft } draft || draft.Changes == Seen)
                {
                    return agreement.SendRound(actor);
                }

                Seen = draft.Changes;
                ModelState.Remove(nameof(Seen));
                return Outcome.Refuse("", "De tekst is intussen veranderd. Lees hem opnieuw voordat u hem rondstuurt.");
            },
            () => Address + "?bewaard=ja"
        );
}
