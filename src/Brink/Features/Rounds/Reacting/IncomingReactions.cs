using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Reacting;

/// <summary>Adds a reaction within its bounds: no person floods a round, whoever typed the address.</summary>
public static class IncomingReactions
{
    /// <summary>Of one person in an hour, over all rounds; a long plan may deserve many.</summary>
    public const int MostPerHour = 40;

    /// <summary>That one helper enters for others in an hour: a pile of paper forms, and no flood.</summary>
    public const int MostEnteredPerHour = 200;

    /// <summary>That wait for one mail address to be confirmed.</summary>
    public const int MostUnconfirmed = 20;

    /// <param name="round">Tracked.</param>
    /// <param name="provenance">Whose person it is of.</param>
    /// <returns>The reaction, added to <paramref name="db"/> with its line in the journal; null when refused.</returns>
    public static async Task<(Outcome Outcome, Reaction? Reaction)> AddAsync(
        BrinkDb db,
        Round round,
        ReactionForm form,
        Contribution provenance,
        Actor actor,
        bool isKnown,
        CancellationToken cancellation,
        DateOnly? receivedOn = null
    )
    {
        if (actor.EnteredById is null && await HasEnoughAsync(db, actor, isKnown, cancellation))
        {
            return (
                Outcome.Refuse(
                    "Input.Text",
                    "U reageerde het afgelopen uur al {0} keer. Probeer het straks nog eens.",
                    MostPerHour
                ),
                null
            );
        }

        var hourAgo = actor.At.AddHours(-1);
        if (
            actor.EnteredById is { } typist
            && await db.Contributions.CountAsync(c => c.EnteredById == typist && c.At > hourAgo, cancellation)
                >= MostEnteredPerHour
        )
        {
            return (
                Outcome.Refuse(
                    "",
                    "U voerde het afgelopen uur al {0} keer iets in. Probeer het straks nog eens.",
                    MostEnteredPerHour
                ),
                null
            );
        }

        var (outcome, reaction) = Reaction.Give(round, form.Place, form.Words, provenance, actor, isKnown, receivedOn);
        if (reaction is null)
        {
            return (outcome, null);
        }

        await db.Reactions.AddAsync(reaction, cancellation);
        if (isKnown)
        {
            db.Journal.Add(
                JournalEntry.Beside(
                    round.DossierId,
                    ReactionVerbs.Given,
                    actor,
                    ("reaction", reaction.Id),
                    ("round", round.Id),
                    ("late", reaction.IsLate)
                )
            );
        }

        return (outcome, reaction);
    }

    public static Contribution By(BrinkDb db, long dossier, Actor actor, bool nameIsPublic) =>
        new()
        {
            MunicipalityId = db.TenantId,
            SubjectId = dossier,
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            EnteredById = actor.EnteredById,
            Channel = actor.Channel,
            At = actor.At,
            NameIsPublic = nameIsPublic,
        };

    private static async Task<bool> HasEnoughAsync(
        BrinkDb db,
        Actor actor,
        bool isKnown,
        CancellationToken cancellation
    )
    {
        var hourAgo = actor.At.AddHours(-1);
        var own = db.Reactions.Where(r => r.PersonId == actor.PersonId);
        return await own.CountAsync(r => r.At > hourAgo, cancellation) >= MostPerHour
            || (
                !isKnown
                && await own.CountAsync(r => r.State == ReactionState.AwaitingConfirmation, cancellation)
                    >= MostUnconfirmed
            );
    }
}
