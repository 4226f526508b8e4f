using Brink.Features.Accounts;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects;

/// <summary>
/// Whoever hands something in, as typed. Whether a mail address was known shows nowhere, and using one gives nothing of
/// the person it belongs to.
/// </summary>
/// <param name="Mail">Empty for who wants to be called.</param>
/// <param name="IsForAnother">The viewer enters it for somebody else.</param>
public sealed record TypedSender(string Name, string Telephone, string Mail, bool IsForAnother)
{
    /// <summary>What may wait unconfirmed on one mail address in a day; more only fills somebody's mailbox.</summary>
    public const int MostWaitingPerMail = 5;

    /// <summary>The viewer, somebody known by mail, or somebody new, who is added to <paramref name="db"/>.</summary>
    public static async Task<FoundSender> FindAsync(
        BrinkDb db,
        Viewer viewer,
        TypedSender typed,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (!typed.IsForAnother && viewer.PersonId is { } self)
        {
            var mail = await db.People.Where(p => p.Id == self).Select(p => p.Email).FirstAsync(cancellation);
            return new FoundSender(self, true, mail is not null);
        }

        if (typed.Mail.Length == 0)
        {
            var byTelephone = Person.WithTelephone(typed.Name, typed.Telephone, now);
            await db.People.AddAsync(byTelephone, cancellation);
            return new FoundSender(byTelephone.Id, true, false);
        }

        var normalised = Person.Normalise(typed.Mail);
        var yesterday = now.AddDays(-1);
        var known = await db
            .People.Where(p => p.NormalizedEmail == normalised)
            .Select(p => new
            {
                p.Id,
                p.Name,
                Waiting = db.Contributions.Count(c =>
                    c.ByPersonId == p.Id && c.At > yesterday && c.Subject!.Visibility == Visibility.Unconfirmed
                ),
            })
            .FirstOrDefaultAsync(cancellation);
        if (known is not null)
        {
            // The owner of the mailbox decides when confirming; a helper must not learn the name behind an address.
            return new FoundSender(known.Id, !typed.IsForAnother || known.Name == typed.Name, true)
            {
                IsTooMany = known.Waiting >= MostWaitingPerMail,
            };
        }

        var person = Person.WithMail(typed.Name, typed.Mail, now);
        await db.People.AddAsync(person, cancellation);
        return new FoundSender(person.Id, true, true);
    }
}

/// <param name="MayShowName">Whether a name shown would be the one that was typed.</param>
public sealed record FoundSender(long PersonId, bool MayShowName, bool HasMail)
{
    /// <summary>Too much waits on this mail address: come back tomorrow.</summary>
    public bool IsTooMany { get; init; }
}
