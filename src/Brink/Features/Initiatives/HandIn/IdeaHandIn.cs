using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>
/// Answers become an initiative: the person, the contribution, the idea and the receipt, all with one save. Whether a
/// mail address was known shows nowhere, and using one gives nothing of the person it belongs to.
/// </summary>
public sealed class IdeaHandIn(BrinkDb db, Viewer viewer, Answers answers, Actor now)
{
    /// <summary>Unconfirmed ideas on one mail address in a day; more only fills somebody's mailbox.</summary>
    public const int MostWaitingPerMail = 5;

    /// <summary>Null until <see cref="DoAsync"/> succeeded.</summary>
    public Initiative? Initiative { get; private set; }

    /// <summary>Too many wait on this mail address: come back tomorrow.</summary>
    public bool IsTooMany { get; private set; }

    private string? receiptTo;

    public async Task<Outcome> DoAsync(CancellationToken cancellation)
    {
        var village = await db.Villages.FirstOrDefaultAsync(v => v.Id == answers.VillageId, cancellation);
        if (village is null)
        {
            return Outcome.Refuse("", "Kies het dorp waar uw idee bij hoort.");
        }

        if (answers.Assistance is { } helping && !Assisting.May(viewer, helping.OrganisationId, village.Id))
        {
            return Outcome.Refuse(
                "",
                "Voor dit dorp kunt u geen ideeën van anderen invoeren. Kies een dorp van uw vereniging."
            );
        }

        if (answers.AssociationId is { } association && !viewer.SpeaksFor(association))
        {
            return Outcome.Refuse(
                "",
                "U kunt niet meer namens deze vereniging indienen. Kies bij 'Alleen of samen' iets anders."
            );
        }

        var (sender, mayShowName) = await SenderAsync(cancellation);
        if (IsTooMany)
        {
            return Outcome.Refuse(
                "",
                "Op dit mailadres wachten al {0} ideeën op bevestiging. Bevestig die eerst, of kom morgen terug. Uw antwoorden blijven hier een dag bewaard.",
                MostWaitingPerMail
            );
        }

        var actor = now with
        {
            PersonId = sender,
            OnBehalfOfId = answers.AssociationId,
            EnteredById = answers.Assistance?.EnteredById,
            Channel = answers.Assistance?.Channel ?? Channel.Web,
        };
        var contribution = new Contribution
        {
            ByPersonId = sender,
            OnBehalfOfId = actor.OnBehalfOfId,
            EnteredById = actor.EnteredById,
            EnteredForId = answers.Assistance?.OrganisationId,
            Channel = actor.Channel,
            At = actor.At,
            NameIsPublic = answers.NameIsPublic && mayShowName,
        };
        Initiative = Initiative.HandIn(answers.ToIdea(), village, contribution, actor);
        await db.AddAsync(Initiative, cancellation);
        if (viewer.IsSignedIn)
        {
            var terms = await ServiceTermsOf.VillageAsync(db, village.Id, now.Today, cancellation);
            Initiative.Confirm(actor, terms);
            AddFollower(sender);
        }

        if (receiptTo is not null)
        {
            db.MailMessages.Add(
                new MailMessage
                {
                    Kind = MailKind.Receipt,
                    PersonId = sender,
                    SubjectId = Initiative.Id,
                    Key = $"receipt-{Initiative.Id}",
                    NotBefore = now.At,
                }
            );
        }

        return Outcome.Done;
    }

    /// <returns>The person it comes from, and whether a name shown would be the one that was typed.</returns>
    private async Task<(long Id, bool MayShowName)> SenderAsync(CancellationToken cancellation)
    {
        if (answers.Assistance is null && viewer.PersonId is { } self)
        {
            receiptTo = await db.People.Where(p => p.Id == self).Select(p => p.Email).FirstAsync(cancellation);
            return (self, true);
        }

        var hasMail = answers.Mail.Length > 0 && (answers.Assistance is not null || answers.ReachBy == ReachBy.Mail);
        if (!hasMail)
        {
            var byTelephone = Person.WithTelephone(answers.Name, answers.Telephone, now.At);
            await db.People.AddAsync(byTelephone, cancellation);
            return (byTelephone.Id, true);
        }

        receiptTo = answers.Mail;
        var normalised = Person.Normalise(answers.Mail);
        var yesterday = now.At.AddDays(-1);
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
            IsTooMany = known.Waiting >= MostWaitingPerMail;
            // The owner of the mailbox decides when confirming; a helper must not learn the name behind an address.
            return (known.Id, answers.Assistance is null || known.Name == answers.Name);
        }

        var person = Person.WithMail(answers.Name, answers.Mail, now.At);
        await db.People.AddAsync(person, cancellation);
        return (person.Id, true);
    }

    private void AddFollower(long personId) =>
        db.Follows.Add(
            new Follow
            {
                SubjectId = Initiative!.Id,
                PersonId = personId,
                Frequency = Frequency.AtOnce,
                Since = now.At,
            }
        );
}
