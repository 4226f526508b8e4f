using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>
/// What support keeps of a person. Who counted keeps counting after being erased, as nobody in particular: without name
/// and address the row says only that there was one person more.
/// </summary>
public sealed class SupportOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(Backing), typeof(Concern), typeof(PaperCount)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var backings = await db
            .Backings.AsNoTracking()
            .Where(b => b.PersonId == personId)
            .Join(db.Subjects, b => b.InitiativeId, s => s.Id, (b, s) => new { Backing = b, s.Title })
            .Select(x => new
            {
                x.Backing.At,
                x.Backing.State,
                x.Backing.NameIsPublic,
                x.Title,
                Village = x.Backing.Village!.Subject!.Title,
            })
            .ToArrayAsync(cancellation);
        var concerns = await db
            .Concerns.AsNoTracking()
            .Where(c => c.PersonId == personId)
            .Select(c => new
            {
                c.At,
                c.Text,
                c.State,
                c.Contribution!.NameIsPublic,
                c.Initiative!.Subject.Title,
            })
            .ToArrayAsync(cancellation);
        var counts = await db
            .PaperCounts.AsNoTracking()
            .Where(c => c.PersonId == personId)
            .Select(c => new
            {
                c.At,
                c.FromVillage,
                c.FromElsewhere,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Wat u steunt en waarover u zich zorgen maakt"],
            "steun",
            [
                .. backings
                    .Select(b =>
                        (
                            b.At,
                            Facts: (IReadOnlyList<OwnFact>)
                                [
                                    new(T["Initiatief"], b.Title),
                                    new(T["Sinds"], Formats.Date(DutchTime.DateOf(b.At))),
                                    new(T["Waar u woont"], b.Village ?? T["Buiten de gemeente"]),
                                    new(T["Naam zichtbaar"], b.NameIsPublic ? T["ja"] : T["nee"]),
                                    new(
                                        T["Telt mee"],
                                        b.State == BackingState.Counted ? T["ja"] : T["nee, teruggenomen"]
                                    ),
                                ]
                        )
                    )
                    .Concat(
                        concerns.Select(c =>
                            (
                                c.At,
                                Facts: (IReadOnlyList<OwnFact>)
                                    [
                                        new(T["Initiatief"], c.Title),
                                        new(T["Uw zorg"], c.Text),
                                        new(T["Sinds"], Formats.Date(DutchTime.DateOf(c.At))),
                                        new(T["Naam zichtbaar"], c.NameIsPublic ? T["ja"] : T["nee"]),
                                    ]
                            )
                        )
                    )
                    .Concat(
                        counts.Select(c =>
                            (
                                c.At,
                                Facts: (IReadOnlyList<OwnFact>)
                                    [
                                        new(
                                            T["Een lijst die u telde"],
                                            T[
                                                "{0} uit het dorp, {1} van elders",
                                                Formats.Number(c.FromVillage),
                                                Formats.Number(c.FromElsewhere)
                                            ]
                                        ),
                                        new(T["Sinds"], Formats.Date(DutchTime.DateOf(c.At))),
                                    ]
                            )
                        )
                    )
                    .OrderByDescending(row => row.At)
                    .Select(row => row.Facts),
            ]
        );
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    )
    {
        foreach (var backing in await db.Backings.Where(b => b.PersonId == personId).ToArrayAsync(cancellation))
        {
            backing.Erase();
            db.Journal.Add(JournalEntry.Beside(backing.InitiativeId, BackingVerbs.Changed, actor));
        }

        // What an association says stays the association's.
        foreach (
            var concern in await db
                .Concerns.Include(c => c.Contribution)
                .Where(c => c.PersonId == personId && c.OrganisationId == null)
                .ToArrayAsync(cancellation)
        )
        {
            concern.Erase(wordsToo || concern.State == ConcernState.AwaitingConfirmation);
            db.Journal.Add(
                JournalEntry.Beside(
                    concern.InitiativeId,
                    wordsToo ? ConcernVerbs.Withdrawn : ConcernVerbs.Edited,
                    actor,
                    ("concern", concern.Id)
                )
            );
        }
    }
}
