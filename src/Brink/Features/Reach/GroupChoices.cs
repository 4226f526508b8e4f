using Brink.Features.Shared;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Reach;

/// <summary>Themes and target groups as a form offers them, wherever something is handed in (P9).</summary>
public static class GroupChoices
{
    public static async Task<IReadOnlyList<Choice>> ThemesAsync(BrinkDb db, CancellationToken cancellation)
    {
        var themes = await db
            .Themes.AsNoTracking()
            .OrderBy(t => t.Order)
            .Select(t => new { t.Id, t.Subject!.Title })
            .ToArrayAsync(cancellation);
        return [.. themes.Select(t => new Choice(t.Id, t.Title))];
    }

    /// <param name="subjectId">Offers also what was chosen for it before and is not in use any more; null for something new.</param>
    public static async Task<IReadOnlyList<Choice>> GroupsAsync(
        BrinkDb db,
        CancellationToken cancellation,
        long? subjectId = null
    )
    {
        var groups = await db
            .TargetGroups.AsNoTracking()
            .Where(g =>
                g.EndedAt == null || db.SubjectGroups.Any(sg => sg.SubjectId == subjectId && sg.GroupId == g.Id)
            )
            .OrderBy(g => g.Order)
            .ThenBy(g => g.Name)
            .Select(g => new { g.Id, g.Name })
            .ToArrayAsync(cancellation);
        return [.. groups.Select(g => new Choice(g.Id, g.Name))];
    }

    /// <summary>Says for whom something new is, with the save that makes it; what isn't offered any more is left out.</summary>
    /// <param name="subjectId">Of a subject that was added to the database already.</param>
    public static async Task AddGroupsAsync(
        this BrinkDb db,
        long subjectId,
        IReadOnlyCollection<long> chosen,
        CancellationToken cancellation
    )
    {
        if (chosen.Count == 0)
        {
            return;
        }

        var groups = await db
            .TargetGroups.Where(g => chosen.Contains(g.Id) && g.EndedAt == null)
            .Select(g => g.Id)
            .ToArrayAsync(cancellation);
        db.SubjectGroups.AddRange(groups.Select(group => new SubjectGroup { SubjectId = subjectId, GroupId = group }));
    }

    /// <summary>The themes among these numbers that are there.</summary>
    public static async Task<IReadOnlyCollection<long>> KnownThemesAsync(
        this BrinkDb db,
        IReadOnlyCollection<long> chosen,
        CancellationToken cancellation
    ) =>
        chosen.Count == 0
            ? []
            : await db.Themes.Where(t => chosen.Contains(t.Id)).Select(t => t.Id).ToArrayAsync(cancellation);

    /// <summary>Only numbers that a form offers: nobody keeps anything else with it.</summary>
    public static List<long> Among(this IEnumerable<long> chosen, IReadOnlyList<Choice> offered) =>
        [
            .. chosen
                .Distinct()
                .Where(id =>
                    offered.Any(o => o.Value == id.ToString(System.Globalization.CultureInfo.InvariantCulture))
                ),
        ];

    /// <summary>'Jongeren, Ouderen'; empty for none.</summary>
    public static string Names(this IReadOnlyList<Choice> offered, IEnumerable<long> chosen) =>
        string.Join(
            ", ",
            chosen
                .Select(id =>
                    offered
                        .FirstOrDefault(o => o.Value == id.ToString(System.Globalization.CultureInfo.InvariantCulture))
                        ?.Text
                )
                .OfType<string>()
        );
}
