using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Promises.Acts;

/// <summary>It needn't be done any more, and everyone reads why.</summary>
public sealed class ReleasePromiseModel : PromiseActPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(long id) => AskAsync(id, PromiseAct.Release);

    public Task<IActionResult> OnPostAsync(long id) =>
        ActAsync(
            id,
            PromiseAct.Release,
            was => was with { State = PromiseState.Open },
            was => was.Kind == PromiseKind.Agreed ? Side : PromiseSide.To,
            (promise, _, actor) => promise.Release(actor, Reason ?? ""),
            () => Typed.Fits(nameof(Reason), Reason, Promise.LongestText, Promise.LongestText)
        );
}
