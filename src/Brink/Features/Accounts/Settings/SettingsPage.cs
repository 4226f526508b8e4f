using Brink.Features.Journal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Settings;

/// <summary>A page about one's own account; nobody else's can be reached from it.</summary>
[Authorize]
public abstract class SettingsPage : SignInPage
{
    /// <summary>The signed-in person, to be changed.</summary>
    protected Task<Person> MeAsync() => Db.People.FirstAsync(p => p.Id == Viewer.PersonId);

    protected void Note(string verb, params (string Name, object Value)[] about) =>
        Db.Journal.Add(JournalEntry.General(verb, Acts(), about));

    /// <summary>A changed key ended all sessions; this one goes on under the new stamp.</summary>
    protected async Task StayAsync(Person person)
    {
        var session = SessionClaims.Of(User, Tenant.Id)!;
        await Session.BeginAsync(HttpContext, person, Viewer.IsOfficial, session.Way, session.Since);
    }
}
