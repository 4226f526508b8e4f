using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects;

/// <summary>A village or theme, and how many of the subjects asked about belong to it.</summary>
public sealed record SubjectCount(long Id, string Title, int Count);

/// <summary>How many of a list belong to each village and theme, for the filters beside it. One query each.</summary>
public static class SubjectCounts
{
    /// <param name="subjects">Numbers of the subjects that are counted.</param>
    public static Task<SubjectCount[]> VillagesOfAsync(
        this BrinkDb db,
        IQueryable<long> subjects,
        CancellationToken cancellation
    ) =>
        db
            .SubjectVillages.Where(v => subjects.Contains(v.SubjectId))
            .Select(v => v.VillageId)
            .CountAsync(db, cancellation);

    /// <param name="subjects">Numbers of the subjects that are counted.</param>
    public static Task<SubjectCount[]> ThemesOfAsync(
        this BrinkDb db,
        IQueryable<long> subjects,
        CancellationToken cancellation
    ) =>
        db.SubjectThemes.Where(t => subjects.Contains(t.SubjectId)).Select(t => t.ThemeId).CountAsync(db, cancellation);

    private static Task<SubjectCount[]> CountAsync(
        this IQueryable<long> belonging,
        BrinkDb db,
        CancellationToken cancellation
    ) =>
        belonging
            .GroupBy(id => id)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .Join(
                db.Subjects,
                g => g.Id,
                s => s.Id,
                (g, s) =>
                    new
                    {
                        g.Id,
                        s.Title,
                        g.Count,
                    }
            )
            .OrderBy(g => g.Title)
            .Select(g => new SubjectCount(g.Id, g.Title, g.Count))
            .ToArrayAsync(cancellation);
}
