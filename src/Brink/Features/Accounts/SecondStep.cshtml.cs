using Brink.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>The second step: a code of the app, or one of the recovery codes.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public class SecondStepModel(IDataProtectionProvider protection) : SignInPage
{
    [BindProperty]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() =>
        await HalfwayAsync() is null ? LocalRedirect(AccountLinks.SignIn) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await HalfwayAsync() is not { } halfway)
        {
            return LocalRedirect(AccountLinks.SignIn);
        }

        if (Code.Length == 0)
        {
            return Refused(Outcome.Refuse(nameof(Code), "Vul de code in."));
        }

        var outcome = await SavedAsync(() => TryAsync(halfway));
        return Passed is { } person ? await EnterAsync(person, halfway.Way) : Refused(outcome);
    }

    private async Task<Outcome> TryAsync(SessionClaims halfway)
    {
        var now = Time.GetUtcNow();
        var person = await Db.People.FirstOrDefaultAsync(p =>
            p.Id == halfway.PersonId && p.SecurityStamp == halfway.Stamp
        );
        if (person is null)
        {
            return Outcome.Refuse("", "Dit duurde te lang. Begin opnieuw met inloggen.");
        }

        if (person.IsSecondStepClosedAt(now))
        {
            IsRefused(person, halfway.Way, SignInRefusal.Locked);
            return Outcome.Refuse(
                nameof(Code),
                "Er zijn te veel foute codes ingevuld. Wacht een kwartier en probeer het opnieuw."
            );
        }

        var factor = await SecondFactor.OfAsync(Db, person, protection);
        if (!factor.TakeCode(Code, now))
        {
            if (!factor.TakeRecoveryCode(Code))
            {
                IsRefused(person, halfway.Way, SignInRefusal.WrongCode);
                if (person.TypedWrongCode(now))
                {
                    IsLocked(person, halfway.Way, SignInRefusal.WrongCode);
                }

                return Outcome.Refuse(
                    nameof(Code),
                    "Deze code klopt niet, of is al gebruikt. Vul de code in die uw app nu toont."
                );
            }

            KeyMail.Note(Db, person, AccountVerbs.RecoveryCodeUsed, Acts(), ("left", factor.RecoveryCodesLeft));
        }

        ComesIn(person, halfway.Way);
        Passed = person;
        return Outcome.Done;
    }

    private async Task<SessionClaims?> HalfwayAsync() =>
        SessionClaims.Of((await HttpContext.AuthenticateAsync(Session.HalfwayScheme)).Principal, Tenant.Id);
}
