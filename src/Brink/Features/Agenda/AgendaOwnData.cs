using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agenda;

/// <summary>What somebody put on the agenda of a board (P8). Erased, the point stays the board's.</summary>
public sealed class AgendaOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(AgendaPoint)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var points = await db
            .AgendaPoints.AsNoTracking()
            .Where(p => p.AddedById == personId)
            .OrderByDescending(p => p.Id)
            .Select(p => new
            {
                p.AddedAt,
                p.Title,
                p.Remark,
                p.Organisation!.Name,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Punten die u op een agenda zette"],
            "agendapunten",
            [
                .. points.Select(p =>
                    new OwnFact[]
                    {
                        new(T["Wanneer"], Formats.Date(DutchTime.DateOf(p.AddedAt))),
                        new(T["Agenda van"], p.Name),
                        new(T["Punt"], p.Title),
                        new(T["Toelichting"], p.Remark),
                    }
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
        foreach (var point in await db.AgendaPoints.Where(p => p.AddedById == personId).ToArrayAsync(cancellation))
        {
            point.Forget(wordsToo);
        }
    }
}
