using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>A page on which somebody may come in.</summary>
public abstract class SignInPage : BrinkPage
{
    private const int MostAttempts = 30;

    /// <summary>Who passed this step, once what it changed is saved.</summary>
    protected Person? Passed { get; set; }

    /// <summary>The journal line of a first step that leads straight in, or of the last step.</summary>
    protected void ComesIn(Person person, SignInWay way)
    {
        person.SignedIn(Time.GetUtcNow());
        Db.Journal.Add(JournalEntry.General(AccountVerbs.SignedIn, Acts() with { PersonId = person.Id }, ("way", way)));
    }

    protected void IsRefused(Person person, SignInWay way, SignInRefusal reason) =>
        Db.Journal.Add(
            JournalEntry.General(
                AccountVerbs.SignInRefused,
                Acts() with
                {
                    PersonId = null,
                },
                ("person", person.Id),
                ("way", way),
                ("reason", reason)
            )
        );

    /// <summary>The journal line of one wrong try too many.</summary>
    protected void IsLocked(Person person, SignInWay way, SignInRefusal reason) =>
        Db.Journal.Add(
            JournalEntry.General(
                AccountVerbs.Locked,
                Acts() with
                {
                    PersonId = null,
                },
                ("person", person.Id),
                ("way", way),
                ("reason", reason)
            )
        );

    /// <summary>
    /// Saves also what a refusal changed (a try is counted), and does the act again when another try on the same
    /// person came between: guesses sent at once are counted one by one.
    /// </summary>
    protected async Task<Outcome> SavedAsync(Func<Task<Outcome>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await act();
            try
            {
                await Db.SaveChangesAsync(HttpContext.RequestAborted);
                return outcome;
            }
            catch (Exception problem) when (attempt < MostAttempts && Conflict.Is(problem))
            {
                Db.ChangeTracker.Clear();
                Passed = null;
            }
        }
    }

    /// <summary>Gives the session, after the save and before the answer.</summary>
    protected async Task<IActionResult> EnterAsync(Person person, SignInWay way)
    {
        var viewer = await ViewerQueries.LoadAsync(Db, person.Id, Today, HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(Session.HalfwayScheme);
        await Session.BeginAsync(HttpContext, person, viewer.IsOfficial, way);
        return LocalRedirect(ReturnAddress.Take(HttpContext));
    }

    /// <summary>The first step is passed and the second follows.</summary>
    protected async Task<IActionResult> AskSecondStepAsync(Person person, SignInWay way)
    {
        await Session.BeginHalfwayAsync(HttpContext, person, way);
        return LocalRedirect(AccountLinks.SecondStep);
    }
}
