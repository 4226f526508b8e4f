using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Reach;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Raise;

/// <summary>What somebody typed about the signal and about who it is from.</summary>
/// <param name="OnBehalfOfId">The association it is raised for; null for a person.</param>
/// <param name="EnteredForId">The organisation that types it in for somebody; null for one's own.</param>
/// <param name="Mail">Empty for who wants to be called.</param>
public sealed record RaisedSignal(
    SignalWords Words,
    long? VillageId,
    long? ThemeId,
    IReadOnlyCollection<long> Groups,
    long? OnBehalfOfId,
    long? EnteredForId,
    Channel Channel,
    string Name,
    string Mail,
    string Telephone,
    bool NameIsPublic
);

/// <summary>What was typed becomes a signal: person, contribution, words and receipt, all with one save.</summary>
public sealed class SignalRaising(BrinkDb db, Viewer viewer, RaisedSignal raised, Actor now)
{
    /// <summary>Null until <see cref="DoAsync"/> succeeded.</summary>
    public Signal? Signal { get; private set; }

    public async Task<Outcome> DoAsync(CancellationToken cancellation)
    {
        var village = await db.Villages.FirstOrDefaultAsync(v => v.Id == raised.VillageId, cancellation);
        if (village is null)
        {
            return Outcome.Refuse("VillageId", "Kies het dorp waar het speelt.");
        }

        if (raised.EnteredForId is { } helper && !Assisting.May(viewer, helper, village.Id))
        {
            return Outcome.Refuse(
                "VillageId",
                "Voor dit dorp kunt u geen signalen van anderen invoeren. Kies een dorp van uw vereniging."
            );
        }

        if (raised.OnBehalfOfId is { } association && !viewer.SpeaksFor(association))
        {
            return Outcome.Refuse("From", "U kunt niet meer namens deze vereniging spreken. Kies iets anders.");
        }

        var sender = await TypedSender.FindAsync(
            db,
            viewer,
            new TypedSender(raised.Name, raised.Telephone, raised.Mail, raised.EnteredForId is not null),
            now.At,
            cancellation
        );
        if (sender.IsTooMany)
        {
            return Outcome.Refuse(
                "",
                "Op dit mailadres wachten al {0} berichten op bevestiging. Bevestig die eerst, of kom morgen terug.",
                TypedSender.MostWaitingPerMail
            );
        }

        var actor = now with
        {
            PersonId = sender.PersonId,
            OnBehalfOfId = raised.OnBehalfOfId,
            EnteredById = raised.EnteredForId is null ? null : viewer.PersonId,
            Channel = raised.EnteredForId is null ? Channel.Web : raised.Channel,
        };
        var contribution = new Contribution
        {
            ByPersonId = sender.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            EnteredById = actor.EnteredById,
            EnteredForId = raised.EnteredForId,
            Channel = actor.Channel,
            At = actor.At,
            NameIsPublic = raised.NameIsPublic && sender.MayShowName,
        };
        Signal = Signal.Raise(raised.Words, village, contribution, actor);
        if (raised.ThemeId is { } theme && await db.Themes.AnyAsync(t => t.Id == theme, cancellation))
        {
            Signal.Subject.IsAbout([theme]);
        }

        await db.AddAsync(Signal, cancellation);
        await db.AddGroupsAsync(Signal.Id, raised.Groups, cancellation);
        if (viewer.IsSignedIn)
        {
            Signal.Confirm(actor, await ServiceTermsOf.VillageAsync(db, village.Id, now.Today, cancellation));
            Follow(db, Signal.Id, sender.PersonId, now.At);
        }

        return Outcome.Done;
    }

    /// <summary>Whoever raised it hears what becomes of it, and stops that like every follower.</summary>
    public static void Follow(BrinkDb db, long signalId, long personId, DateTimeOffset now) =>
        db.Follows.Add(
            new Follow
            {
                SubjectId = signalId,
                PersonId = personId,
                Frequency = Frequency.AtOnce,
                Since = now,
            }
        );
}
