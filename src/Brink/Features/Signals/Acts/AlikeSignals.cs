using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>Open signals that look like this one: by the words of the title, and by titles that are alike.</summary>
public static class AlikeSignals
{
    private const int Most = 5;

    /// <summary>Words that every title has tell nothing; short ones mostly are such.</summary>
    private const int ShortestWord = 4;
    private const int MostWords = 6;

    public static async Task<IReadOnlyList<SignalRow>> FindAsync(
        BrinkDb db,
        SignalView signal,
        CancellationToken cancellation
    )
    {
        var words = signal
            .Title.Split([' ', ',', '.', ':', '-', '\'', '"', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord)
            .Take(MostWords)
            .ToArray();
        if (words.Length == 0)
        {
            return [];
        }

        // Any of the words will do, where somebody who searches means all of them.
        var hits = await SearchQueries.HitsAsync(
            db,
            string.Join(" or ", words),
            SignalQueries.Searched,
            Most * 4,
            cancellation
        );
        var best = hits.Where(h => h.Id != signal.Id).Select(h => h.Id).ToArray();
        var rows = await db
            .Signals.Public()
            .Waiting()
            .Where(s => best.Contains(s.Id))
            .Rows(db)
            .ToArrayAsync(cancellation);
        return [.. rows.OrderBy(row => Array.IndexOf(best, row.Id)).Take(Most)];
    }

    public static async Task<IReadOnlyList<ListRow>> RowsAsync(
        BrinkDb db,
        Texts T,
        SignalView signal,
        DateOnly today,
        CancellationToken cancellation
    ) => [.. (await FindAsync(db, signal, cancellation)).Select(row => T.ListRow(row, today))];
}
