using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Newsletters.Getting;

/// <summary>Chooses other newsletters from a link in one, without signing in. Shows no name and no address.</summary>
[AllowAnonymous]
public sealed class ChangeModel : WishesPage
{
    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "klaar")]
    public bool IsDone { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await NewsletterKey.FindAsync(this, Secret) is not { } link)
        {
            return NotFound();
        }

        await ReadPlacesAsync();
        Show((await Subscribing.FindAsync(Db, link.PersonId, Aborted))?.Chosen ?? Wishes.None);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await NewsletterKey.FindAsync(this, Secret) is not { } link)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            await ReadPlacesAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await DoAsync(
            async () =>
            {
                var wishes = await WishesAsync();
                return wishes.IsEmpty
                    ? Outcome.Refuse(nameof(Chosen), "Kies minstens één nieuwsbrief, of meld u af.")
                    : await Subscribing.ChooseAsync(Db, link.PersonId, wishes, Time.GetUtcNow(), Aborted);
            },
            () => NewsletterLinks.Change(Secret) + "?klaar=true",
            ReadPlacesAsync
        );
    }
}
