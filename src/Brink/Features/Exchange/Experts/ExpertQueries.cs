using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Experts;

/// <summary>One who knows, as the pages show it.</summary>
/// <param name="Villages">Names; none means all villages.</param>
/// <param name="SpecialistOf">The associations that chose it.</param>
public sealed record ExpertView(
    long Id,
    string Name,
    string Slug,
    Visibility Visibility,
    string Topics,
    string CanAsk,
    PreferredRoad Road,
    DateOnly UpdatedOn,
    bool IsExample,
    long? KeeperId,
    long? OnBehalfOfId,
    string? OnBehalfOf,
    IReadOnlyList<string> Villages,
    IReadOnlyList<string> SpecialistOf
)
{
    public string Address => ExchangeLinks.Expert(Id, Slug);
    public ExpertStanding Standing => new(KeeperId, OnBehalfOfId);
}

public static class ExpertQueries
{
    public static IQueryable<Expert> Listed(this IQueryable<Expert> experts) =>
        experts.Where(e => e.Subject.Visibility == Visibility.Public);

    /// <summary>Those who help in the village, or everywhere.</summary>
    public static IQueryable<Expert> For(this IQueryable<Expert> experts, long villageId) =>
        experts.Where(e => !e.Subject.Villages.Any() || e.Subject.Villages.Any(v => v.VillageId == villageId));

    /// <summary>One query, however many rows.</summary>
    public static IQueryable<ExpertView> Views(this IQueryable<Expert> experts, BrinkDb db) =>
        experts
            .AsNoTracking()
            .Select(e => new ExpertView(
                e.Id,
                e.Subject.Title,
                e.Subject.Slug,
                e.Subject.Visibility,
                e.Topics,
                e.CanAsk,
                e.Road,
                e.UpdatedOn,
                e.IsExample,
                e.Contribution!.ByPersonId,
                e.Contribution.OnBehalfOfId,
                e.Contribution.OnBehalfOf!.Name,
                db.Subjects.Where(v => e.Subject.Villages.Any(sv => sv.VillageId == v.Id))
                    .OrderBy(v => v.Title)
                    .Select(v => v.Title)
                    .ToArray(),
                e.Marks.OrderBy(m => m.Organisation!.Name).Select(m => m.Organisation!.Name).ToArray()
            ))
            .AsSingleQuery();

    public static Task<ExpertView?> ExpertAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        db.Experts.Where(e => e.Id == id).Views(db).FirstOrDefaultAsync(cancellation);

    public static string NameOf(this Texts T, PreferredRoad road) =>
        road switch
        {
            PreferredRoad.Telephone => T["Liefst per telefoon"],
            PreferredRoad.Meeting => T["Liefst in een gesprek"],
            _ => T["Liefst per mail"],
        };

    public static string Where(this Texts T, ExpertView expert) =>
        expert.Villages.Count == 0 ? T["Voor alle dorpen"] : string.Join(", ", expert.Villages);

    public static ListRow ListRow(this Texts T, ExpertView expert) =>
        new(
            expert.Name,
            expert.Address,
            T.Where(expert),
            expert.SpecialistOf.Count > 0
                ? new Status(T["Specialist van {0}", string.Join(", ", expert.SpecialistOf)], StatusKind.Success)
                : null,
            T["bijgewerkt op {0}", Formats.Date(expert.UpdatedOn)],
            expert.Topics,
            Provenance: expert.OnBehalfOf is { } organisation && organisation != expert.Name
                ? T["Van {0}", organisation]
                : null
        );
}
