using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>
/// A mail to an address that is only typed, with the link that shows whose it is: for who follows, backs or worries
/// without signing in. Says the same whether the address is known or not; a later account is the same person.
/// </summary>
public static class MailToConfirm
{
    /// <summary>Of one kind to one person; more only fills somebody's mailbox.</summary>
    private const int MostPerHour = 6;

    /// <param name="typed">The mail address; its field is called Mail.</param>
    /// <param name="mail">The mail to the person of this number, as of now.</param>
    /// <returns>The person, known or new; null where a program filled in the form, or it is refused.</returns>
    public static async Task<(Outcome Outcome, Person? Person)> OrderAsync(
        BrinkDb db,
        FollowLimit limit,
        HttpContext http,
        string typed,
        Actor actor,
        Func<long, MailMessage> mail
    )
    {
        if (!TypedMailAddress.IsOne(typed))
        {
            return (Outcome.Refuse("Mail", "Vul uw mailadres in, zoals naam@voorbeeld.nl."), null);
        }

        if (TrapField.IsFilled(http.Request.Form))
        {
            return (Outcome.Done, null);
        }

        var taken = limit.Take(http, "Mail");
        if (!taken.Succeeded)
        {
            return (taken, null);
        }

        var address = Person.Normalise(typed);
        var person = await db.People.FirstOrDefaultAsync(p => p.NormalizedEmail == address, http.RequestAborted);
        if (person is null)
        {
            person = Person.WithMail("", typed, actor.At);
            await db.People.AddAsync(person, http.RequestAborted);
            db.Journal.Add(JournalEntry.General(PlacesVerbs.PersonAdded, actor, ("person", person.Id)));
        }

        var message = mail(person.Id);
        var hourAgo = actor.At.AddHours(-1);
        var recent = await db
            .MailMessages.Where(m => m.PersonId == person.Id && m.Kind == message.Kind && m.NotBefore > hourAgo)
            .Select(m => m.Key)
            .ToArrayAsync(http.RequestAborted);
        if (recent.Length < MostPerHour && !recent.Contains(message.Key))
        {
            db.MailMessages.Add(message);
        }

        return (Outcome.Done, person);
    }
}

/// <param name="Href">The page of what it is about.</param>
public sealed record LinkToConfirm(AccessLink Link, string Title, string Href)
{
    /// <summary>Null when there is no such link, or what it is about is not public.</summary>
    public static async Task<LinkToConfirm?> FindAsync(
        BrinkDb db,
        string secret,
        LinkPurpose purpose,
        CancellationToken cancellation
    )
    {
        var hash = Secret.Hash(secret);
        var found = await db
            .AccessLinks.Where(l => l.SecretHash == hash && l.Purpose == purpose)
            .FirstOrDefaultAsync(cancellation);
        var subject = found is null
            ? null
            : await db
                .Subjects.Where(s => s.Id == found.SubjectId && s.Visibility == Visibility.Public)
                .Select(s => new
                {
                    s.Id,
                    s.Title,
                    s.Kind,
                    s.Slug,
                })
                .FirstOrDefaultAsync(cancellation);
        return found is null || subject is null
            ? null
            : new LinkToConfirm(found, subject.Title, SubjectLinks.Of(subject.Kind, subject.Id, subject.Slug));
    }

    /// <summary>Whoever pressed it reads that mailbox.</summary>
    /// <returns>The person, to be saved.</returns>
    public static async Task<Person> ProvesAsync(
        BrinkDb db,
        AccessLink link,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var person = await db.People.SingleAsync(p => p.Id == link.PersonId, cancellation);
        if (!person.EmailConfirmed)
        {
            person.EmailConfirmed = true;
            db.Journal.Add(
                JournalEntry.General(
                    PlacesVerbs.PersonChanged,
                    actor with
                    {
                        PersonId = person.Id,
                    },
                    ("person", person.Id)
                )
            );
        }

        return person;
    }
}
