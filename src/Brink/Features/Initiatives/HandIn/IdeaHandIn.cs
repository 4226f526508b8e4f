using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Reach;
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
    /// <summary>Null until <see cref="DoAsync"/> succeeded.</summary>
    public Initiative? Initiative { get; private set; }

    /// <summary>Too many wait on this mail address: come back tomorrow.</summary>
    public bool IsTooMany { get; private set; }

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

        var found = await TypedSender.FindAsync(
            db,
            viewer,
            new TypedSender(
                answers.Name,
                answers.Telephone,
                answers.Assistance is not null || answers.ReachBy == ReachBy.Mail ? answers.Mail : "",
                answers.Assistance is not null
            ),
            now.At,
            cancellation
        );
        IsTooMany = found.IsTooMany;
        if (IsTooMany)
        {
            return Outcome.Refuse(
                "",
                "Op dit mailadres wachten al {0} ideeën op bevestiging. Bevestig die eerst, of kom morgen terug. Uw antwoorden blijven hier een dag bewaard.",
                TypedSender.MostWaitingPerMail
            );
        }

        var (sender, mayShowName) = (found.PersonId, found.MayShowName);

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
        Initiative.Subject.IsAbout(await db.KnownThemesAsync(answers.Themes, cancellation));
        await db.AddAsync(Initiative, cancellation);
        await db.AddGroupsAsync(Initiative.Id, answers.Groups, cancellation);
        if (viewer.IsSignedIn)
        {
            var terms = await ServiceTermsOf.VillageAsync(db, village.Id, now.Today, cancellation);
            Initiative.Confirm(actor, terms);
            AddFollower(sender);
        }

        if (found.HasMail)
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
