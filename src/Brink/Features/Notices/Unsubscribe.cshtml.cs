using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>
/// Stops mail from a link in it, without signing in. A mail program may send the form by itself (RFC 8058), without
/// having opened the page, so there is no token in it: the secret in the address is the proof.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel : BrinkPage
{
    [FromRoute]
    public string Secret { get; set; } = "";

    /// <summary>Empty when it is about everything somebody follows.</summary>
    public string Title { get; private set; } = "";
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LinkAsync() is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LinkAsync() is not { } link)
        {
            return NotFound();
        }

        for (var attempt = 1; ; attempt++)
        {
            await Following.StopAsync(Db, link.PersonId, link.SubjectId, Time.GetUtcNow(), HttpContext.RequestAborted);
            try
            {
                await Db.SaveChangesAsync(HttpContext.RequestAborted);
                IsDone = true;
                return Page();
            }
            catch (Exception problem) when (attempt < 4 && Conflict.Is(problem))
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<AccessLink?> LinkAsync()
    {
        var hash = Platform.Secret.Hash(Secret);
        var now = Time.GetUtcNow();
        var link = await Db
            .AccessLinks.AsNoTracking()
            .FirstOrDefaultAsync(l =>
                l.SecretHash == hash && l.Purpose == LinkPurpose.Unsubscribe && l.ExpiresAt > now
            );
        if (link?.SubjectId is { } subject)
        {
            Title = await Db.Subjects.Where(s => s.Id == subject).Select(s => s.Title).FirstOrDefaultAsync() ?? "";
        }

        return link;
    }
}
