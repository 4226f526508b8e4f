using Brink.Features.Shared;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Brink.Features.Errors;

/// <summary>What went wrong, what it means and what one can do now. Asks the database nothing.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public class ErrorModel : PageModel
{
    public int Status { get; private set; }
    public string Reference { get; private set; } = "";

    public IActionResult OnGet(int status) => Show(status);

    /// <summary>A failed post is shown by the same page.</summary>
    public IActionResult OnPost(int status) => Show(status);

    private PageResult Show(int status)
    {
        // The failure itself set the status; somebody who types this address sees an absent page.
        Status = Response.StatusCode >= 400 ? Response.StatusCode : 404;
        Response.StatusCode = Status;
        Reference = Failures.Reference(HttpContext);
        return Page();
    }
}
