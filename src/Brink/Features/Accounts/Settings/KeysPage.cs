using Microsoft.AspNetCore.Mvc.Filters;

namespace Brink.Features.Accounts.Settings;

/// <summary>
/// A page that changes what one signs in with. Only for who signed in a moment ago, so that a device left open gives
/// nobody a lasting way in; and whoever owns the account hears of it by mail.
/// </summary>
public abstract class KeysPage : SettingsPage
{
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (!SignedInJustNow)
        {
            context.Result = LocalRedirect(AccountLinks.SignInAgain(Request.Path));
            return;
        }

        await next();
    }

    /// <summary>A key was set, changed or removed.</summary>
    protected void NoteKey(Person me, string verb) => KeyMail.Note(Db, me, verb, Acts());
}
