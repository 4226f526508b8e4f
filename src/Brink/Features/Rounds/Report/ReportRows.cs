using System.Runtime.CompilerServices;
using Brink.Features.Rounds.Reacting;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Report;

/// <summary>All reactions of a round in the order of the text, read in parts, however many there are.</summary>
public static class ReportRows
{
    private const int Batch = 500;

    /// <summary>
    /// Each part is read whole before it is given out: who downloads slowly must not hold the database meanwhile.
    /// </summary>
    public static async IAsyncEnumerable<ReactionView[]> ReportRowsAsync(
        this BrinkDb db,
        long round,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        for (var (anchor, at, id) = (int.MinValue, DateTimeOffset.MinValue, 0L); ; )
        {
            var rows = await db
                .Reactions.Shown()
                .Where(r =>
                    r.RoundId == round
                    && (r.Anchor > anchor || (r.Anchor == anchor && (r.At > at || (r.At == at && r.Id > id))))
                )
                .OrderBy(r => r.Anchor)
                .ThenBy(r => r.At)
                .ThenBy(r => r.Id)
                .Take(Batch)
                .ViewsAsync(db, cancellation);
            if (rows.Length > 0)
            {
                yield return rows;
            }

            if (rows.Length < Batch)
            {
                yield break;
            }

            (anchor, at, id) = (rows[^1].Anchor, rows[^1].At, rows[^1].Id);
        }
    }
}
