using Brink.Features.Accounts.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Brink.Features.Accounts.Privacy;

/// <summary>A page with one's own data, which no browser or proxy keeps.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class OwnDataPage : SettingsPage
{
    /// <summary>Whether a device that was left open is not enough; see <see cref="FreshSignIn"/>.</summary>
    protected virtual bool AsksFreshSignIn => false;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (AsksFreshSignIn && !SignedInJustNow)
        {
            context.Result = LocalRedirect(AccountLinks.SignInAgain(Request.Path + Request.QueryString));
            return;
        }

        await next();
    }
}
