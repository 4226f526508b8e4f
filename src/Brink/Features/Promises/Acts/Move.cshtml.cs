using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Promises.Acts;

/// <summary>Another day is proposed; the agreed one stands until the other side says yes.</summary>
public sealed class MovePromiseModel : PromiseActPage
{
    [BindProperty]
    public DateOnly? NewDate { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(long id) => AskAsync(id, PromiseAct.Move);

    public Task<IActionResult> OnPostAsync(long id) =>
        ActAsync(
            id,
            PromiseAct.Move,
            was => was with { State = PromiseState.Open, OpenMove = null },
            _ => Side,
            (promise, side, actor) => promise.ProposeMove(side, NewDate, Reason ?? "", actor),
            () => Typed.Fits(nameof(Reason), Reason, Promise.LongestText, Promise.LongestText)
        );
}
