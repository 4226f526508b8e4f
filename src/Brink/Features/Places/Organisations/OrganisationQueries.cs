using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Organisations;

/// <summary>One organisation in a list.</summary>
/// <param name="Villages">Those it speaks for today.</param>
public sealed record OrganisationRow(
    long Id,
    OrganisationKind Kind,
    string Name,
    bool IsRecognised,
    IReadOnlyList<string> Villages
);

public static class OrganisationQueries
{
    /// <summary>Organisations in the given order; two queries, however many.</summary>
    public static async Task<IReadOnlyList<OrganisationRow>> RowsAsync(
        this IQueryable<Organisation> organisations,
        BrinkDb db,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var found = await organisations
            .AsNoTracking()
            .Select(o => new
            {
                o.Id,
                o.Kind,
                o.Name,
                o.RecognisedFrom,
                o.RecognisedTo,
            })
            .ToArrayAsync(cancellation);
        var ids = found.Select(o => o.Id).ToArray();
        var villages = (
            await db
                .Representations.AsNoTracking()
                .Where(r => ids.Contains(r.OrganisationId))
                .Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
                .OrderBy(r => r.Village!.Subject!.Title)
                .Select(r => new { r.OrganisationId, r.Village!.Subject!.Title })
                .ToArrayAsync(cancellation)
        ).ToLookup(r => r.OrganisationId, r => r.Title);
        return
        [
            .. found.Select(o => new OrganisationRow(
                o.Id,
                o.Kind,
                o.Name,
                o.RecognisedFrom <= today && (o.RecognisedTo is null || o.RecognisedTo >= today),
                [.. villages[o.Id]]
            )),
        ];
    }
}
