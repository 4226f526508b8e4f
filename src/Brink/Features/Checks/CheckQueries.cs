using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Checks;

public static class CheckQueries
{
    /// <summary>
    /// The results of the last terms that are over, the newest first, by statement. While a term runs nothing of it shows:
    /// else the difference between two looks would tell what one answer was. One query.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Statement, IReadOnlyList<CheckRow>>> ResultsAsync(
        this BrinkDb db,
        Texts T,
        DateOnly today,
        int most,
        CancellationToken cancellation,
        long? id = null
    )
    {
        var checks = await db
            .Checks.AsNoTracking()
            .Include(c => c.Tallies)
            .Where(c => c.Closes < today && (id == null || c.Id == id))
            .OrderByDescending(c => c.Closes)
            .Take(most)
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        return Enum.GetValues<Statement>()
            .ToDictionary(
                statement => statement,
                statement =>
                    (IReadOnlyList<CheckRow>)
                        [
                            .. checks.Select(c => new CheckRow(
                                T.TermOf(c.Year, c.Half),
                                Score(c, CheckSide.Villages, statement),
                                Score(c, CheckSide.Municipality, statement)
                            )),
                        ]
            );
    }

    private static CheckScore Score(Check check, CheckSide side, Statement statement)
    {
        var tally = check.Tallies.Find(t => t.Side == side && t.Statement == statement);
        return new CheckScore(tally?.Answers ?? 0, tally?.Mean);
    }
}
