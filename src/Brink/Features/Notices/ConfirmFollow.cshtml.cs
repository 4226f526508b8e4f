using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>The link in the mail: shows that the address is the follower's and asks how often.</summary>
[AllowAnonymous]
public sealed class ConfirmFollowModel : BrinkPage
{
    [BindProperty]
    public Frequency Frequency { get; set; } = Frequency.AtOnce;
    public string Title { get; private set; } = "";
    public string Back { get; private set; } = "/";
    public bool IsUsed { get; private set; }
    public bool IsExpired { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret) => await LoadAsync(secret) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (await LoadAsync(secret) is null)
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                var link = (await LoadAsync(secret))!;
                var used = link.Use(Time.GetUtcNow());
                if (!used.Succeeded)
                {
                    return used;
                }

                await LinkToConfirm.ProvesAsync(Db, link, Acts(), HttpContext.RequestAborted);
                await Following.ChooseAsync(
                    Db,
                    link.PersonId,
                    link.SubjectId!.Value,
                    Frequency,
                    Time.GetUtcNow(),
                    HttpContext.RequestAborted
                );
                return Outcome.Done;
            },
            () => NoticeLinks.ConfirmFollow(secret),
            () => LoadAsync(secret)
        );
    }

    private async Task<AccessLink?> LoadAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        if (
            await LinkToConfirm.FindAsync(Db, secret, LinkPurpose.ConfirmFollow, HttpContext.RequestAborted)
            is not { } found
        )
        {
            return null;
        }

        (Title, Back) = (found.Title, found.Href);
        (IsUsed, IsExpired) = (found.Link.UsedAt is not null, found.Link.ExpiresAt <= Time.GetUtcNow());
        return found.Link;
    }
}
