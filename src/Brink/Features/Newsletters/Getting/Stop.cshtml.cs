using Brink.Features.Accounts;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Getting;

/// <summary>
/// Stops newsletters from a link in one, without signing in. A mail program may send the form by itself (RFC 8058), without
/// having opened the page, so there is no token in it: the secret in the address is the proof.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StopModel : BrinkPage
{
    private const int MostAttempts = 4;

    [FromRoute]
    public string Secret { get; set; } = "";

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await NewsletterKey.FindAsync(this, Secret) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await NewsletterKey.FindAsync(this, Secret) is not { } link)
        {
            return NotFound();
        }

        for (var attempt = 1; ; attempt++)
        {
            await Subscribing.StopAsync(Db, link.PersonId, Time.GetUtcNow(), HttpContext.RequestAborted);
            try
            {
                await Db.SaveChangesAsync(HttpContext.RequestAborted);
                IsDone = true;
                return Page();
            }
            catch (Exception problem) when (attempt < MostAttempts && Conflict.Is(problem))
            {
                Db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>The secret in each newsletter, with which its reader stops it or chooses another.</summary>
public static class NewsletterKey
{
    /// <summary>Null when there is none, or it is too old.</summary>
    public static Task<AccessLink?> FindAsync(BrinkPage page, string secret)
    {
        page.Response.Headers.CacheControl = "no-store";
        var hash = Platform.Secret.Hash(secret);
        var now = page.Time.GetUtcNow();
        return page
            .Db.AccessLinks.AsNoTracking()
            .FirstOrDefaultAsync(
                l => l.SecretHash == hash && l.Purpose == LinkPurpose.Newsletters && l.ExpiresAt > now,
                page.HttpContext.RequestAborted
            );
    }
}
