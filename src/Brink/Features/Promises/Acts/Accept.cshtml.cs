using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Promises.Acts;

/// <summary>An answer to what was asked: yes, or no; who asked can take the question back here.</summary>
public sealed class AcceptPromiseModel : PromiseActPage
{
    public Task<IActionResult> OnGetAsync(long id) => AskAsync(id, PromiseAct.Accept, PromiseAct.Decline);

    public Task<IActionResult> OnPostAsync(long id) =>
        ActAsync(
            id,
            PromiseAct.Accept,
            was => was with { State = PromiseState.Proposed },
            _ => PromiseSide.By,
            (promise, _, actor) => promise.Accept(Viewer.PersonId, actor)
        );

    public Task<IActionResult> OnPostDeclineAsync(long id) =>
        ActAsync(
            id,
            PromiseAct.Decline,
            was => was with { State = PromiseState.Proposed },
            _ => Side,
            (promise, side, actor) => promise.Decline(side, actor)
        );
}
