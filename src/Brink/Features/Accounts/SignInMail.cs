using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>
/// The mail with a link to sign in. The limits per person stand in the database, so that nobody's mailbox is flooded,
/// however many instances run: one mail per slot of two minutes (by the mail's key), and no more than a few per hour.
/// </summary>
public static class SignInMail
{
    public static readonly TimeSpan LinkLasts = TimeSpan.FromMinutes(30);
    public const int MostPerHour = 6;
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(2);

    /// <summary>Adds the mail to send. Whether it did is nobody's business but the database's.</summary>
    public static async Task AskAsync(BrinkDb db, Person person, Actor actor)
    {
        var key = $"sign-in/{person.Id}/{actor.At.UtcTicks / Slot.Ticks}";
        var hourAgo = actor.At.AddHours(-1);
        var recent = await db
            .MailMessages.Where(m => m.PersonId == person.Id && m.Kind == MailKind.SignInLink && m.NotBefore > hourAgo)
            .Select(m => m.Key)
            .ToArrayAsync();
        if (recent.Length >= MostPerHour || recent.Contains(key, StringComparer.Ordinal))
        {
            return;
        }

        db.MailMessages.Add(
            new MailMessage
            {
                Kind = MailKind.SignInLink,
                PersonId = person.Id,
                Key = key,
                NotBefore = actor.At,
            }
        );
        db.Journal.Add(JournalEntry.General(AccountVerbs.LinkAsked, actor, ("person", person.Id)));
    }
}
