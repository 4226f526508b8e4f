using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Villages;

/// <summary>What a village's own page says of the village itself.</summary>
public sealed record VillageShow(
    long Id,
    string Name,
    string Slug,
    VillageKind Kind,
    VillageSize StatedSize,
    double? Longitude,
    double? Latitude,
    string About,
    string MeetingPlace,
    string Website,
    string[] CbsCodes,
    int Threshold,
    IReadOnlyList<VillageInhabitants> Inhabitants,
    IReadOnlyList<Facility> Facilities,
    IReadOnlyList<SubjectFile> Photos,
    IReadOnlyList<OrganisationLink> Associations
)
{
    public VillageInhabitants? Figure => Inhabitants.Count > 0 ? Inhabitants[0] : null;

    public VillageSize Size => Village.SizeOf(Figure?.Number, StatedSize, Threshold);

    public SubjectFile? Photo => Photos.Count > 0 ? Photos[0] : null;
}

public sealed record OrganisationLink(long Id, string Name);

public static class VillageShowQuery
{
    private static readonly Func<BrinkDb, long, DateOnly, CancellationToken, Task<VillageShow?>> Query =
        EF.CompileAsyncQuery(
            (BrinkDb db, long id, DateOnly today, CancellationToken cancellation) =>
                db
                    .Villages.AsNoTracking()
                    .Where(v => v.Id == id)
                    .Select(v => new VillageShow(
                        v.Id,
                        v.Subject!.Title,
                        v.Subject.Slug,
                        v.Kind,
                        v.StatedSize,
                        v.Longitude,
                        v.Latitude,
                        v.About,
                        v.MeetingPlace,
                        v.Website,
                        v.CbsCodes,
                        db.Municipalities.Where(m => m.Id == v.MunicipalityId)
                            .Select(m => m.SmallVillageThreshold)
                            .First(),
                        v.Inhabitants.OrderByDescending(i => i.Year).ToList(),
                        v.Facilities.OrderBy(f => f.Id).ToList(),
                        v.Subject.Files.Where(f => f.PartId == null)
                            .OrderBy(f => f.Order)
                            .ThenBy(f => f.Id)
                            .Take(1)
                            .ToList(),
                        db.Representations.Where(r =>
                                r.VillageId == v.Id
                                && (r.From == null || r.From <= today)
                                && (r.To == null || r.To >= today)
                                && r.Organisation!.EndedAt == null
                            )
                            .OrderBy(r => r.Organisation!.Name)
                            .Select(r => new OrganisationLink(r.OrganisationId, r.Organisation!.Name))
                            .ToList()
                    ))
                    .FirstOrDefault()
        );

    /// <summary>Five queries; null when there is no such village.</summary>
    public static Task<VillageShow?> ShowAsync(
        this BrinkDb db,
        long id,
        DateOnly today,
        CancellationToken cancellation
    ) => Query(db, id, today, cancellation);
}
