using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Reach;

/// <summary>How many public subjects of a year touched a village, theme or group.</summary>
public sealed record ReachRow(long Id, string Name, int Subjects);

/// <summary>Who was reached in a year, and who was not (P9).</summary>
/// <param name="Subjects">Public subjects to which something happened in the year.</param>
public sealed record YearOfReach(
    int Year,
    int Subjects,
    IReadOnlyList<ReachRow> Villages,
    IReadOnlyList<ReachRow> Themes,
    IReadOnlyList<ReachRow> Groups
)
{
    public IEnumerable<(ReachPart Part, ReachRow Row)> All =>
        Villages
            .Select(row => (ReachPart.Village, row))
            .Concat(Themes.Select(row => (ReachPart.Theme, row)))
            .Concat(Groups.Select(row => (ReachPart.Group, row)));
}

public enum ReachPart
{
    Village,
    Theme,
    Group,
}

public static class ReachQueries
{
    /// <summary>
    /// Counts from the journal: a subject is of a year when something happened to it in that year, Dutch time. Four
    /// queries, however much there is.
    /// </summary>
    public static async Task<YearOfReach> ReachAsync(this BrinkDb db, int year, CancellationToken cancellation)
    {
        var from = DutchTime.StartOf(new DateOnly(year, 1, 1));
        var to = DutchTime.StartOf(new DateOnly(year + 1, 1, 1));
        var kinds = GroupAccess.Kinds;
        var active = db
            .Subjects.AsNoTracking()
            .Where(s => s.Visibility == Visibility.Public && kinds.Contains(s.Kind))
            .Where(s => db.Journal.Any(e => e.SubjectId == s.Id && e.At >= from && e.At < to));
        var subjects = await active.CountAsync(cancellation);
        var villages = await db
            .Villages.AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new ReachRow(
                v.Id,
                v.Subject!.Title,
                active.Count(s => s.Villages.Any(sv => sv.VillageId == v.Id))
            ))
            .ToArrayAsync(cancellation);
        var themes = await db
            .Themes.AsNoTracking()
            .OrderBy(t => t.Order)
            .Select(t => new ReachRow(
                t.Id,
                t.Subject!.Title,
                active.Count(s => s.Themes.Any(st => st.ThemeId == t.Id))
            ))
            .ToArrayAsync(cancellation);
        var groups = await db
            .TargetGroups.AsNoTracking()
            .Where(g => g.EndedAt == null || g.EndedAt >= from)
            .OrderBy(g => g.Order)
            .ThenBy(g => g.Name)
            .Select(g => new ReachRow(
                g.Id,
                g.Name,
                active.Count(s => db.SubjectGroups.Any(sg => sg.SubjectId == s.Id && sg.GroupId == g.Id))
            ))
            .ToArrayAsync(cancellation);
        return new YearOfReach(year, subjects, villages, themes, groups);
    }

    /// <summary>The years there is something to tell of, the newest first.</summary>
    public static async Task<IReadOnlyList<int>> YearsAsync(
        this BrinkDb db,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var first = await db.Journal.MinAsync(e => (DateTimeOffset?)e.At, cancellation);
        var from = first is { } at ? Math.Min(DutchTime.DateOf(at).Year, today.Year) : today.Year;
        return [.. Enumerable.Range(from, today.Year - from + 1).Reverse()];
    }
}
