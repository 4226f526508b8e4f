using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Reach;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Asking;

/// <summary>Answers become a need or an offer: the person, the contribution and the help, all with one save.</summary>
public sealed class HelpHandIn(BrinkDb db, Viewer viewer, HelpForm form, Speaker speaker, Actor now)
{
    /// <summary>Null until <see cref="DoAsync"/> succeeded, and where a stranger has too much waiting.</summary>
    public Help? Help { get; private set; }

    public async Task<Outcome> DoAsync(CancellationToken cancellation)
    {
        var villages = await db
            .Villages.Where(v => form.Villages.Contains(v.Id))
            .Select(v => v.Id)
            .ToArrayAsync(cancellation);
        if (villages.Length == 0)
        {
            return Outcome.Refuse("Input.Villages", "Kies voor welk dorp dit is.");
        }

        if (form.InitiativeId is { } initiative && !await MayAskForAsync(db, viewer, initiative, cancellation))
        {
            return Outcome.Refuse("", "Alleen wie het initiatief trekt, kan er hulp voor vragen.");
        }

        var sender = await SenderAsync(cancellation);
        if (
            speaker.Kind == SpeakerKind.Stranger
            && await Senders.HasTooMuchWaitingAsync(db, sender, now.At, cancellation)
        )
        {
            // Said to nobody: it would tell whose address is in use here.
            db.ChangeTracker.Clear();
            return Outcome.Done;
        }

        var entered = speaker.Kind == SpeakerKind.ForSomeone;
        var actor = now with
        {
            PersonId = sender,
            OnBehalfOfId = speaker.OnBehalfOfId,
            EnteredById = entered ? viewer.PersonId : null,
            Channel = entered ? form.Road ?? Channel.Telephone : Channel.Web,
        };
        var contribution = new Contribution
        {
            ByPersonId = sender,
            OnBehalfOfId = speaker.OnBehalfOfId,
            EnteredById = actor.EnteredById,
            EnteredForId = speaker.EnteredForId,
            Channel = actor.Channel,
            At = actor.At,
            // A name that is typed beside somebody else's address may not be shown as that person's.
            NameIsPublic = form.NameIsPublic && await IsOwnNameAsync(sender, cancellation),
        };
        Help = Help.HandIn(form.Words(now.Today), villages, contribution, actor);
        Help.Subject.IsAbout(await db.KnownThemesAsync(form.Themes, cancellation));
        await db.AddAsync(Help, cancellation);
        await db.AddGroupsAsync(Help.Id, form.Groups, cancellation);
        if (speaker.Kind != SpeakerKind.Stranger)
        {
            Help.Confirm(actor);
        }

        return Outcome.Done;
    }

    /// <summary>Only who carries an initiative says what it needs.</summary>
    public static async Task<bool> MayAskForAsync(
        BrinkDb db,
        Viewer viewer,
        long initiativeId,
        CancellationToken cancellation
    ) =>
        await db.StandingAsync(initiativeId, cancellation) is { Visibility: Visibility.Public } standing
        && viewer.May(InitiativeAct.PostUpdate, standing);

    private async Task<long> SenderAsync(CancellationToken cancellation) =>
        speaker.Kind switch
        {
            SpeakerKind.Self or SpeakerKind.Association => viewer.PersonId!.Value,
            SpeakerKind.ForSomeone when form.CleanMail.Length == 0 => await Senders.ByTelephoneAsync(
                db,
                form.CleanName,
                form.CleanTelephone,
                now,
                cancellation
            ),
            _ => await Senders.ByMailAsync(db, form.CleanName, form.CleanMail, now, cancellation),
        };

    private async Task<bool> IsOwnNameAsync(long sender, CancellationToken cancellation) =>
        speaker.Kind is SpeakerKind.Self or SpeakerKind.Association
        || db.People.Local.Any(p => p.Id == sender)
        || await db.People.AnyAsync(p => p.Id == sender && p.Name == form.CleanName, cancellation);
}
