using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>Adds a concern within its bounds: a few about one initiative, and not very many in an hour.</summary>
public static class VoicedConcerns
{
    private const int MostPerHour = 10;

    /// <summary>
    /// Two at once of one person: the number is unique, so one of them is tried again. Somebody without a session is told
    /// nothing of what the address did before.
    /// </summary>
    /// <param name="provenance">Whose person it is of.</param>
    /// <returns>The concern, added to <paramref name="db"/>; null when refused.</returns>
    public static async Task<(Outcome Outcome, Concern? Concern)> AddAsync(
        BrinkDb db,
        long initiativeId,
        string? text,
        long? villageId,
        Contribution provenance,
        Actor actor,
        bool isKnown,
        CancellationToken cancellation
    )
    {
        var person = actor.PersonId!.Value;
        var hourAgo = actor.At.AddHours(-1);
        var used = await db
            .Concerns.Where(c => c.PersonId == person && c.OrganisationId == null)
            .Where(c => c.InitiativeId == initiativeId || c.At > hourAgo)
            .Select(c => new
            {
                c.InitiativeId,
                c.Number,
                c.At,
            })
            .ToArrayAsync(cancellation);
        var numbers = used.Where(c => c.InitiativeId == initiativeId).Select(c => c.Number).ToArray();
        if (numbers.Length >= Concern.MostOfOnePerson)
        {
            return (
                Outcome.Refuse(
                    "Text",
                    "U schreef al {0} zorgen over dit initiatief. Meer kan niet. Bel de initiatiefnemers of uw contactpersoon.",
                    Concern.MostOfOnePerson
                ),
                null
            );
        }

        if (used.Count(c => c.At > hourAgo) >= MostPerHour)
        {
            return (
                Outcome.Refuse(
                    "Text",
                    "U schreef het afgelopen uur al {0} zorgen. Probeer het straks nog eens.",
                    MostPerHour
                ),
                null
            );
        }

        var free = Enumerable.Range(1, Concern.MostOfOnePerson).Except(numbers).First();
        var concern = Concern.Voice(initiativeId, free, text ?? "", villageId, provenance, actor, isKnown);
        await db.Concerns.AddAsync(concern, cancellation);
        return (Outcome.Done, concern);
    }
}
