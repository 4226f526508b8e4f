using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Newsletters;

/// <summary>A newsletter on paper: A4, two columns, with a code that leads to the page.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class PrintModel : BrinkPage
{
    public Issue Issue { get; private set; } = null!;

    public string Address =>
        $"{Request.Scheme}://{Request.Host}{NewsletterLinks.Show(Issue.Newsletter.Id, Issue.Newsletter.Subject.Slug)}";

    /// <summary>Short enough to type over.</summary>
    public string Archive => Request.Host + NewsletterLinks.List;

    /// <summary>'Team Dorpen, 0593 00 00 00'; null where no number is known.</summary>
    public string? Contact =>
        Tenant.Info.ContactTelephone.Length > 0
            ? $"{Tenant.Info.ContactName}, {Tenant.Info.ContactTelephone}".TrimStart(',', ' ')
            : null;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await Issue.ReadAsync(this, id, cancellation) is not { } issue)
        {
            return NotFound();
        }

        Issue = issue;
        return Page();
    }
}
