using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Rounds.Acts;

/// <summary>A round closes later, with a reason that everyone reads (C5).</summary>
[Authorize]
public sealed class ExtendModel() : RoundPage(RoundAct.Work)
{
    [BindProperty]
    public DateOnly? ClosesOn { get; set; }

    [BindProperty]
    public TimeOnly? ClosesTime { get; set; } = new(17, 0);

    [BindProperty]
    public string Reason { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Outcome.Of([
            .. ClosesOn is null || ClosesTime is null
                ? [new Refusal(nameof(ClosesOn), "Kies een dag en een tijd.")]
                : Array.Empty<Refusal>(),
            .. Typed.Fits(nameof(Reason), Reason, Rounds.Round.LongestReason, Rounds.Round.LongestReason * 3),
        ]);
        return typed.Succeeded
            ? await DoAsync(
                async () =>
                    (await LoadRoundAsync()).Extend(
                        DutchTime.InstantOf(ClosesOn!.Value, ClosesTime!.Value),
                        Reason,
                        Acts()
                    ),
                () => RoundLinks.Round(Head.Id, Round.Id) + "?bewaard=ja"
            )
            : Refused(typed);
    }
}
