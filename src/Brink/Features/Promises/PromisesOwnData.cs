using Brink.Features.Accounts;
using Brink.Features.Promises.Calendar;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>
/// What promises say of a person. What an organisation owes stays with the organisation; what a resident promised and
/// did not do yet, is released.
/// </summary>
public sealed class PromisesOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(Promise), typeof(PromiseMove), typeof(CalendarKey)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var promises = await db
            .Promises.AsNoTracking()
            .Where(p => p.ByPersonId == personId || p.ToPersonId == personId)
            .OrderByDescending(p => p.MadeAt)
            .Select(p => new
            {
                p.Kind,
                p.What,
                p.Subject!.Title,
                p.Due,
                p.MadeAt,
                IsBy = p.ByPersonId == personId,
            })
            .ToArrayAsync(cancellation);
        var moves = await db
            .PromiseMoves.AsNoTracking()
            .Where(m => m.ProposedById == personId || m.DecidedById == personId)
            .OrderByDescending(m => m.ProposedAt)
            .Select(m => new
            {
                m.To,
                m.Reason,
                IsOwn = m.ProposedById == personId,
                m.Promise!.Kind,
                m.Promise.What,
                m.Promise.Subject!.Title,
            })
            .ToArrayAsync(cancellation);
        var calendar = await db
            .CalendarKeys.AsNoTracking()
            .FirstOrDefaultAsync(k => k.PersonId == personId, cancellation);
        return new OwnDataPart(
            T["Uw toezeggingen"],
            "toezeggingen",
            [
                .. promises.Select(p =>
                    (IReadOnlyList<OwnFact>)
                        [
                            new(p.IsBy ? T["Door u toegezegd"] : T["Aan u toegezegd"], T.What(p.Kind, p.What, p.Title)),
                            new(T["Op"], Formats.Date(DutchTime.DateOf(p.MadeAt))),
                            new(T["Uiterlijk"], Formats.Date(p.Due)),
                        ]
                ),
                .. moves.Select(m =>
                    (IReadOnlyList<OwnFact>)
                        [
                            new(
                                m.IsOwn ? T["Door u voorgestelde andere dag"] : T["Een andere dag waarover u besliste"],
                                Formats.Date(m.To)
                            ),
                            new(T["Het gaat om"], T.What(m.Kind, m.What, m.Title)),
                            .. m.IsOwn ? [new OwnFact(T["Waarom"], m.Reason)] : Array.Empty<OwnFact>(),
                        ]
                ),
                .. calendar is null
                    ? Array.Empty<IReadOnlyList<OwnFact>>()
                    :
                    [
                        [new OwnFact(T["Eigen agenda-adres sinds"], Formats.Date(DutchTime.DateOf(calendar.MadeAt)))],
                    ],
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
        var promises = await db
            .Promises.Include(p => p.Subject)
            .Include(p => p.Moves)
            .Include(p => p.Photo)
            .Where(p =>
                p.ByPersonId == personId
                || p.ToPersonId == personId
                || p.Moves.Any(m => m.ProposedById == personId || m.DecidedById == personId)
            )
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        foreach (var promise in promises)
        {
            var isOwn = promise.ByPersonId == personId && promise.ByOrganisationId is null;
            var isAskedByThem =
                promise is { ToOrganisationId: null, State: PromiseState.Proposed or PromiseState.Declined }
                && promise.ToPersonId == personId;
            if (isOwn && promise.State == PromiseState.Open)
            {
                promise.Release(actor, "Wie dit toezegde, doet niet meer mee.");
            }
            else if ((isOwn || isAskedByThem) && promise.State == PromiseState.Proposed)
            {
                promise.Decline(isOwn ? PromiseSide.By : PromiseSide.To, actor);
            }

            if (wordsToo && (isOwn || isAskedByThem) && promise.Kind == PromiseKind.Agreed)
            {
                promise.TakeWordsAway();
            }

            foreach (var move in promise.Moves.Where(m => m.ProposedById == personId && wordsToo && isOwn))
            {
                move.TakeWordsAway();
            }

            promise.Moves.ForEach(move => move.Forget(personId));
            promise.Forget(personId);
            promise.Subject!.Happened(PromiseVerbs.PersonRemoved, actor, ("promise", promise.Id));
        }

        db.CalendarKeys.RemoveRange(
            await db.CalendarKeys.Where(k => k.PersonId == personId).ToArrayAsync(cancellation)
        );
    }
}
