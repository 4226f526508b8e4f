using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Budget;

public static class BudgetQueries
{
    /// <summary>A budget has no more lines than this; adding one more is refused.</summary>
    public const int MostLines = 300;

    /// <summary>The whole budget, in the order in which lines came; two queries.</summary>
    public static async Task<BudgetSums> BudgetAsync(this BrinkDb db, long initiativeId, CancellationToken cancellation)
    {
        var rows = await db
            .BudgetLines.AsNoTracking()
            .Where(l => l.InitiativeId == initiativeId)
            .OrderBy(l => l.CreatedAt)
            .ThenBy(l => l.Id)
            .Take(MostLines)
            .Select(l => new BudgetRow(l.Id, l.Kind, l.What, l.Amount, l.State))
            .ToArrayAsync(cancellation);
        var value = await db
            .BudgetChoices.Where(c => c.InitiativeId == initiativeId)
            .Select(c => c.HourValue)
            .FirstOrDefaultAsync(cancellation);
        return new(rows, value);
    }

    public static async Task<BudgetShort> BudgetShortAsync(
        this BrinkDb db,
        long initiativeId,
        CancellationToken cancellation
    )
    {
        var sums = await db.BudgetAsync(initiativeId, cancellation);
        return new(sums.Costs, sums.Needed);
    }
}
