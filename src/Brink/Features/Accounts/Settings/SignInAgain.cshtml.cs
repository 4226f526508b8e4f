using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Accounts.Settings;

/// <summary>Between a session of some time ago and a page that asks for a fresh one: sign in once more, in any way one has.</summary>
public class SignInAgainModel : SettingsPage
{
    [BindProperty(SupportsGet = true, Name = ReturnAddress.Parameter)]
    public string? ReturnTo { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        Note(AccountVerbs.SignedOut);
        await Db.SaveChangesAsync(HttpContext.RequestAborted);
        await Session.EndAsync(HttpContext);
        return LocalRedirect(
            AccountLinks.SignInAndReturnTo(ReturnAddress.IsWithinSite(ReturnTo) ? ReturnTo! : AccountLinks.Settings)
        );
    }
}
