using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Promises;

[Authorize]
public sealed class ReleasePromiseModel : EndPromisePage
{
    [BindProperty]
    public string Reason { get; set; } = "";

    protected override PromiseAct Act => PromiseAct.Release;

    public Task<IActionResult> OnGetAsync(long id) => AskAsync(id);

    public Task<IActionResult> OnPostAsync(long id) =>
        EndAsync(id, Reason, nameof(Reason), promise => promise.Release(Acts(), Reason));
}
