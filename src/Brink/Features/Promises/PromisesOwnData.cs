using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>
/// What somebody promised or was promised. A promise of an organisation goes on without the person; one of the person
/// alone is set free, with the reason.
/// </summary>
public sealed class PromisesOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } = [typeof(Promise)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .Promises.AsNoTracking()
            .Where(p => p.ByPersonId == personId || p.ToPersonId == personId)
            .OrderByDescending(p => p.MadeAt)
            .ThenByDescending(p => p.Id)
            .Select(p => new
            {
                p.Subject!.Title,
                p.What,
                p.Ending,
                p.MadeAt,
                p.Due,
                p.State,
                IsOwn = p.ByPersonId == personId,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Toezeggingen"],
            "toezeggingen",
            [
                .. rows.Select(IReadOnlyList<OwnFact> (row) =>
                    [
                        new(T["Over"], row.Title),
                        new(T["Van wie"], row.IsOwn ? T["van u"] : T["aan u"]),
                        new(T["Wat"], row.What),
                        new(T["Gemaakt op"], Formats.Moment(row.MadeAt)),
                        new(T["Voor uiterlijk"], Formats.Date(row.Due)),
                        new(
                            T["Hoe het staat"],
                            row.State switch
                            {
                                PromiseState.Open => T["open"],
                                PromiseState.Kept => T["nagekomen"],
                                _ => T["vervallen"],
                            }
                        ),
                        new(T["Hoe het afliep"], row.Ending),
                    ]
                ),
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
        var open = await db
            .Promises.Include(p => p.Subject)
            .Where(p => p.ByPersonId == personId && p.ByOrganisationId == null && p.State == PromiseState.Open)
            .ToArrayAsync(cancellation);
        foreach (var promise in open)
        {
            promise.Release(actor, Texts.Mark("Wie dit toezegde, is niet meer bekend bij Brink."));
        }
    }
}
