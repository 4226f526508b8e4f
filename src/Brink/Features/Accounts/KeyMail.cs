using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Accounts;

/// <summary>Whoever owns an account hears of every change to the keys of it, so that what somebody else did shows.</summary>
public static class KeyMail
{
    public static void Note(
        BrinkDb db,
        Person person,
        string verb,
        Actor actor,
        params (string Name, object Value)[] about
    )
    {
        var entry = JournalEntry.General(verb, actor with { PersonId = person.Id }, about);
        db.Journal.Add(entry);
        if (person.Email is not null)
        {
            db.MailMessages.Add(MailMessage.KeyChanged(person.Id, entry.Id, actor.At));
        }
    }
}
