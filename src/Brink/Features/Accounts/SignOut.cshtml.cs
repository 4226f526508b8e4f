using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Accounts;

[AllowAnonymous]
public class SignOutModel : BrinkPage
{
    public IActionResult OnGet() => Viewer.IsSignedIn ? Page() : LocalRedirect(AccountLinks.SignedOut);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Viewer.IsSignedIn)
        {
            Db.Journal.Add(JournalEntry.General(AccountVerbs.SignedOut, Acts()));
            await Db.SaveChangesAsync(HttpContext.RequestAborted);
        }

        await Session.EndAsync(HttpContext);
        return LocalRedirect(AccountLinks.SignedOut);
    }
}
