using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects;

/// <summary>A subject that the words found; <paramref name="Rank"/> is higher where it fits better.</summary>
public sealed record Hit(long Id, float Rank);

/// <summary>Search in the database: Dutch word forms first, then titles that look alike.</summary>
public static class SearchQueries
{
    /// <summary>More than anybody reads; the rest is found by asking more precisely.</summary>
    private const int Most = 500;

    public static readonly SubjectKind[] Initiatives = [SubjectKind.Initiative];

    /// <summary>Numbers of what fits, in no order; for a list that has an order of its own.</summary>
    public static async Task<IReadOnlyCollection<long>> NumbersAsync(
        BrinkDb db,
        string words,
        SubjectKind[]? kinds,
        CancellationToken cancellation
    ) => [.. (await HitsAsync(db, words, kinds, Most, cancellation)).Select(hit => hit.Id)];

    /// <summary>The best few, best first.</summary>
    public static Task<Hit[]> HitsAsync(
        BrinkDb db,
        string words,
        SubjectKind[]? kinds,
        int most,
        CancellationToken cancellation
    )
    {
        var codes = kinds?.Select(kind => kind.ToString()).ToArray();
        return db
            .Database.SqlQuery<Hit>(
                $"SELECT id AS \"Id\", rank AS \"Rank\" FROM search_subjects({words}, {codes}, {most})"
            )
            .ToArrayAsync(cancellation);
    }
}
