using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Promises;

[Authorize]
public sealed class KeepPromiseModel : EndPromisePage
{
    [BindProperty]
    public string Proof { get; set; } = "";

    protected override PromiseAct Act => PromiseAct.Keep;

    public Task<IActionResult> OnGetAsync(long id) => AskAsync(id);

    public Task<IActionResult> OnPostAsync(long id) =>
        EndAsync(id, Proof, nameof(Proof), promise => promise.Keep(Acts(promise.ByOrganisationId), Proof));
}
