using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Brink.Features.Accounts;

/// <summary>Signs in with a passkey: the browser fetches a question here and sends the answer back as a form.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public class PasskeyModel(SignInManager<Person> signIn, UserManager<Person> people) : SignInPage
{
    [BindProperty]
    public string Credential { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(AccountLinks.SignIn);

    public async Task<IActionResult> OnPostQuestionAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await AnswerAsync();
        if (answer is not { Succeeded: true })
        {
            return Refused(
                Outcome.Refuse(
                    "",
                    "Deze passkey herkennen we niet. Misschien is hij verwijderd. Log in met een link per mail."
                )
            );
        }

        await people.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
        ComesIn(answer.User, SignInWay.Passkey);
        await Db.SaveChangesAsync(HttpContext.RequestAborted);
        return await EnterAsync(answer.User, SignInWay.Passkey);
    }

    private async Task<PasskeyAssertionResult<Person>?> AnswerAsync()
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(Credential);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // Nothing was asked of this browser, or too long ago, or nothing came back.
            return null;
        }
    }
}
