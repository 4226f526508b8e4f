using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places;

/// <summary>One village in a list.</summary>
/// <param name="Inhabitants">Of the last year there is a figure for; null when unknown.</param>
/// <param name="Initiatives">How many are public.</param>
public sealed record VillageRow(
    long Id,
    string Name,
    string Slug,
    VillageKind Kind,
    VillageSize StatedSize,
    int? Inhabitants,
    int? Year,
    int Initiatives,
    IReadOnlyList<string> Associations
)
{
    public VillageSize Size(int threshold) => Village.SizeOf(Inhabitants, StatedSize, threshold);
}

public static class VillageQueries
{
    /// <summary>Villages by name with what a list shows; three queries, however many villages.</summary>
    public static async Task<IReadOnlyList<VillageRow>> RowsAsync(
        this IQueryable<Village> villages,
        BrinkDb db,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var found = await villages
            .AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .ThenBy(v => v.Id)
            .Select(v => new
            {
                v.Id,
                Name = v.Subject!.Title,
                v.Subject.Slug,
                v.Kind,
                v.StatedSize,
                Inhabitants = v.Inhabitants.OrderByDescending(i => i.Year).Select(i => (int?)i.Number).FirstOrDefault(),
                Year = v.Inhabitants.Max(i => (int?)i.Year),
            })
            .ToArrayAsync(cancellation);
        var ids = found.Select(v => v.Id).ToArray();
        var initiatives = await db
            .SubjectVillages.AsNoTracking()
            .Where(sv => ids.Contains(sv.VillageId))
            .Join(
                db.Subjects.Where(s => s.Kind == SubjectKind.Initiative && s.Visibility == Visibility.Public),
                sv => sv.SubjectId,
                s => s.Id,
                (sv, _) => sv.VillageId
            )
            .GroupBy(id => id)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var associations = (
            await db
                .Representations.AsNoTracking()
                .Where(r => ids.Contains(r.VillageId))
                .Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
                .Where(r => r.Organisation!.EndedAt == null)
                .OrderBy(r => r.Organisation!.Name)
                .Select(r => new { r.VillageId, r.Organisation!.Name })
                .ToArrayAsync(cancellation)
        ).ToLookup(r => r.VillageId, r => r.Name);
        return
        [
            .. found.Select(v => new VillageRow(
                v.Id,
                v.Name,
                v.Slug,
                v.Kind,
                v.StatedSize,
                v.Inhabitants,
                v.Year,
                initiatives.GetValueOrDefault(v.Id),
                [.. associations[v.Id]]
            )),
        ];
    }
}
