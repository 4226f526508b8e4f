using System.ComponentModel.DataAnnotations;
using Brink.Features.Journal;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>Mail address and password. Wrong address, wrong password and locked read the same and take as long.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public class SignInPasswordModel(IPasswordHasher<Person> hasher) : SignInPage
{
    /// <summary>The hash of a password nobody has, so that an unknown address costs as much as a known one.</summary>
    private static string? nobodysHash;

    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty]
    [DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public IActionResult OnGet() => Viewer.IsSignedIn ? LocalRedirect(AccountLinks.AfterSignIn) : Page();

    public Task<IActionResult> OnPostAsync() => EqualTime.AnswerAsync(Time, SignInAsync);

    private async Task<IActionResult> SignInAsync()
    {
        var refusals = new List<Refusal>();
        if (Mail.Length == 0)
        {
            refusals.Add(new Refusal(nameof(Mail), "Vul uw mailadres in."));
        }

        if (Password.Length == 0)
        {
            refusals.Add(new Refusal(nameof(Password), "Vul uw wachtwoord in."));
        }

        if (refusals.Count > 0)
        {
            return Refused(Outcome.Of(refusals));
        }

        var (personId, isRight) = await LookUpAsync();
        var outcome = await SavedAsync(() => TryAsync(personId, isRight));
        return Passed is not { } person ? Refused(outcome)
            : person.TwoFactorEnabled ? await AskSecondStepAsync(person, SignInWay.Password)
            : await EnterAsync(person, SignInWay.Password);
    }

    private async Task<(long? PersonId, bool IsRight)> LookUpAsync()
    {
        var address = Person.Normalise(Mail);
        var person = await Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.NormalizedEmail == address);
        nobodysHash ??= hasher.HashPassword(new Person(), Secret.New());
        var typed = Password.Length > SignInKeys.LongestPassword ? "" : Password;
        var result = hasher.VerifyHashedPassword(person ?? new Person(), person?.PasswordHash ?? nobodysHash, typed);
        return (person?.Id, person?.PasswordHash is not null && result != PasswordVerificationResult.Failed);
    }

    private async Task<Outcome> TryAsync(long? personId, bool isRight)
    {
        var wrong = Outcome.Refuse(
            nameof(Password),
            "Dit mailadres en wachtwoord horen niet bij elkaar. Na 5 foute pogingen kunt u een kwartier lang niet met een wachtwoord inloggen."
        );
        if (personId is null || await Db.People.FirstOrDefaultAsync(p => p.Id == personId) is not { } person)
        {
            return wrong;
        }

        if (person.IsPasswordClosedAt(Time.GetUtcNow()))
        {
            IsRefused(person, SignInWay.Password, SignInRefusal.Locked);
            return wrong;
        }

        if (!isRight)
        {
            IsRefused(person, SignInWay.Password, SignInRefusal.WrongPassword);
            if (person.HasPassword && person.TypedWrongPassword(Time.GetUtcNow()))
            {
                IsLocked(person, SignInWay.Password, SignInRefusal.WrongPassword);
            }

            return wrong;
        }

        if (person.TwoFactorEnabled)
        {
            Db.Journal.Add(
                JournalEntry.General(
                    AccountVerbs.FirstStepPassed,
                    Acts() with
                    {
                        PersonId = person.Id,
                    },
                    ("way", SignInWay.Password)
                )
            );
        }
        else if ((await ViewerQueries.LoadAsync(Db, person.Id, Today, HttpContext.RequestAborted)).IsOfficial)
        {
            IsRefused(person, SignInWay.Password, SignInRefusal.SecondFactorMissing);
            return Outcome.Refuse(
                nameof(Password),
                "U werkt voor de gemeente. Dan hoort bij een wachtwoord ook een code van uw telefoon. Log in met een link per mail en zet bij uw instellingen de tweede stap aan."
            );
        }
        else
        {
            ComesIn(person, SignInWay.Password);
        }

        Passed = person;
        return Outcome.Done;
    }
}
