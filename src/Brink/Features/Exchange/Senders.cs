using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Mail;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>Who brings something in without a session: found by mail address, or new. What comes of it never tells which.</summary>
public static class Senders
{
    /// <summary>Unconfirmed things on one mail address in a day; more only fills somebody's mailbox.</summary>
    public const int MostWaitingPerMail = 5;

    private const int LongestName = 80;

    /// <summary>What is wrong with the name, and without a session with the mail address, in fields of these names.</summary>
    public static IEnumerable<Refusal> Wrong(Viewer viewer, string? name, string? mail)
    {
        var typed = TextRules.Line(name, LongestName);
        if (typed.IsEmpty)
        {
            yield return new Refusal("Name", "Vul uw naam in. Die ziet alleen degene aan wie u schrijft.");
        }

        if (typed.Problem is { } problem)
        {
            yield return new Refusal("Name", problem, typed.Arguments);
        }

        if (!viewer.IsSignedIn && !TypedMailAddress.IsOne((mail ?? "").Trim()))
        {
            yield return new Refusal("Mail", "Vul uw mailadres in, zoals naam@voorbeeld.nl.");
        }
    }

    public static async Task<long> ByMailAsync(
        BrinkDb db,
        string name,
        string mail,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var normalised = Person.Normalise(mail);
        var known = await db
            .People.Where(p => p.NormalizedEmail == normalised)
            .Select(p => (long?)p.Id)
            .FirstOrDefaultAsync(cancellation);
        if (known is { } id)
        {
            return id;
        }

        var person = Person.WithMail(name, mail, actor.At);
        await db.People.AddAsync(person, cancellation);
        db.Journal.Add(JournalEntry.General(PlacesVerbs.PersonAdded, actor, ("person", person.Id)));
        return person.Id;
    }

    public static async Task<long> ByTelephoneAsync(
        BrinkDb db,
        string name,
        string telephone,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var person = Person.WithTelephone(name, telephone, actor.At);
        await db.People.AddAsync(person, cancellation);
        db.Journal.Add(JournalEntry.General(PlacesVerbs.PersonAdded, actor, ("person", person.Id)));
        return person.Id;
    }

    /// <summary>Whether so much waits for this person to confirm that one more would be a nuisance.</summary>
    public static async Task<bool> HasTooMuchWaitingAsync(
        BrinkDb db,
        long personId,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var yesterday = now.AddDays(-1);
        var waiting =
            await db.Helps.CountAsync(
                h =>
                    h.State == HelpState.AwaitingConfirmation
                    && h.Contribution!.ByPersonId == personId
                    && h.Contribution.At > yesterday,
                cancellation
            )
            + await db.HelpResponses.CountAsync(
                r => r.State == ResponseState.Unconfirmed && r.PersonId == personId && r.At > yesterday,
                cancellation
            )
            + await db.ExpertQuestions.CountAsync(
                q => q.State == Experts.QuestionState.Unconfirmed && q.PersonId == personId && q.AskedAt > yesterday,
                cancellation
            );
        return waiting >= MostWaitingPerMail;
    }
}
