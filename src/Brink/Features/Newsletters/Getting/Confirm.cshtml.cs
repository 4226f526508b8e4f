using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Getting;

/// <summary>The link in the mail: shows that the address is the reader's, who then says yes.</summary>
[AllowAnonymous]
public sealed class ConfirmModel : WishesPage
{
    public bool IsUsed { get; private set; }
    public bool IsExpired { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        if (await LinkAsync(secret) is not { } link)
        {
            return NotFound();
        }

        Show((await Subscribing.FindAsync(Db, link.PersonId, Aborted))?.Chosen ?? Wishes.None);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (await LinkAsync(secret) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await DoAsync(
            async () =>
            {
                var link = (await LinkAsync(secret))!;
                var wishes = await WishesAsync();
                if (wishes.IsEmpty)
                {
                    return Outcome.Refuse(nameof(Chosen), "Kies minstens één nieuwsbrief.");
                }

                var used = link.Use(Time.GetUtcNow());
                if (!used.Succeeded)
                {
                    return used;
                }

                await LinkToConfirm.ProvesAsync(Db, link, Acts(), Aborted);
                return await Subscribing.ChooseAsync(Db, link.PersonId, wishes, Time.GetUtcNow(), Aborted);
            },
            () => NewsletterLinks.Confirm(secret),
            () => LinkAsync(secret)
        );
    }

    private async Task<AccessLink?> LinkAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        var hash = Secret.Hash(secret);
        var link = await Db.AccessLinks.FirstOrDefaultAsync(
            l => l.SecretHash == hash && l.Purpose == LinkPurpose.ConfirmNewsletter,
            Aborted
        );
        if (link is not null)
        {
            (IsUsed, IsExpired) = (link.UsedAt is not null, link.ExpiresAt <= Time.GetUtcNow());
            await ReadPlacesAsync();
        }

        return link;
    }
}
