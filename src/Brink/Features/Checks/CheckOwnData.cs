using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Checks;

/// <summary>That a liaison took part is known; what was answered is not, not even to the one who asks.</summary>
public sealed class CheckOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(CheckTurnout)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var terms = await db
            .Checks.AsNoTracking()
            .Where(c => c.Turnout.Any(t => t.PersonId == personId))
            .OrderByDescending(c => c.Closes)
            .Select(c => new { c.Year, c.Half })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Waar u meedeed aan samen terugkijken"],
            "samen-terugkijken",
            [.. terms.Select(c => new OwnFact[] { new(T["Wanneer"], T.TermOf(c.Year, c.Half)) })]
        );
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    ) =>
        db.CheckTurnout.RemoveRange(
            await db.CheckTurnout.Where(t => t.PersonId == personId).ToArrayAsync(cancellation)
        );
}
