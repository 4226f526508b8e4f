using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>
/// The address in the mail. Opening it does nothing yet, since programs that check mail open links too; the button signs in.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class SignInLinkModel : SignInPage
{
    private static readonly LinkPurpose[] Purposes = [LinkPurpose.SignIn, LinkPurpose.Invitation];

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    /// <summary>Why the link leads nowhere; null while it works.</summary>
    public string? Problem { get; private set; }

    /// <summary>For who is signed in already.</summary>
    public string Next { get; private set; } = AccountLinks.AfterSignIn;

    /// <summary>Where a mail about something leads; else where the visitor was going.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = ReturnAddress.Parameter)] string? returnTo)
    {
        ReturnAddress.Remember(HttpContext, returnTo);
        Next = ReturnAddress.IsWithinSite(returnTo) ? returnTo! : AccountLinks.AfterSignIn;
        var link = await LinkAsync();
        return link is null ? Failed(Unknown())
            : link.Use(Time.GetUtcNow()) is { Succeeded: false } refused ? Failed(refused)
            : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var failure = (Outcome?)null;
        var result = await DoAsync(
            async () =>
            {
                Passed = null;
                return failure = await UseAsync();
            },
            () => AccountLinks.AfterSignIn
        );
        return Passed is not { } person ? Failed(failure!)
            : person.TwoFactorEnabled ? await AskSecondStepAsync(person, SignInWay.Mail)
            : await EnterAsync(person, SignInWay.Mail);
    }

    private async Task<Outcome> UseAsync()
    {
        var link = await LinkAsync();
        if (link is null)
        {
            return Unknown();
        }

        var outcome = link.Use(Time.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        var person = link.Person!;
        person.ConfirmMail();
        if (person.TwoFactorEnabled)
        {
            Db.Journal.Add(
                Journal.JournalEntry.General(
                    AccountVerbs.FirstStepPassed,
                    Acts() with
                    {
                        PersonId = person.Id,
                    },
                    ("way", SignInWay.Mail)
                )
            );
        }
        else
        {
            ComesIn(person, SignInWay.Mail);
        }

        Passed = person;
        return outcome;
    }

    private Task<AccessLink?> LinkAsync()
    {
        var hash = Platform.Secret.Hash(Secret);
        return Db
            .AccessLinks.Include(l => l.Person)
            .FirstOrDefaultAsync(l => l.SecretHash == hash && Purposes.Contains(l.Purpose));
    }

    private static Outcome Unknown() => Outcome.Refuse("", "Deze link kennen we niet.");

    private PageResult Failed(Outcome outcome)
    {
        Db.ChangeTracker.Clear();
        ModelState.Clear();
        var refusal = outcome.Refusals[0];
        Problem = T[refusal.Message, refusal.Arguments];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
