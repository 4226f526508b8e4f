using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>Asks a mail address and mails a link. Says the same whether the address is known or not.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public class SignInModel : BrinkPage
{
    [BindProperty]
    public string Mail { get; set; } = "";

    public IActionResult OnGet([FromQuery(Name = ReturnAddress.Parameter)] string? returnTo)
    {
        if (Viewer.IsSignedIn)
        {
            return LocalRedirect(ReturnAddress.IsWithinSite(returnTo) ? returnTo! : AccountLinks.AfterSignIn);
        }

        ReturnAddress.Remember(HttpContext, returnTo);
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        EqualTime.AnswerAsync(Time, () => DoAsync(AskAsync, () => AccountLinks.LinkSent));

    private async Task<Outcome> AskAsync()
    {
        if (!TypedMailAddress.IsOne(Mail))
        {
            return Outcome.Refuse(nameof(Mail), "Vul uw mailadres in, zoals naam@voorbeeld.nl.");
        }

        var address = Person.Normalise(Mail);
        var person = await Db.People.FirstOrDefaultAsync(p => p.NormalizedEmail == address);
        if (person is not null && !TrapField.IsFilled(Request.Form))
        {
            await SignInMail.AskAsync(Db, person, Acts());
        }

        return Outcome.Done;
    }
}
