using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Concerns;

/// <param name="Villages">How many different villages its public signals come from.</param>
public sealed record ConcernRow(
    long Id,
    string Title,
    string Slug,
    int Villages,
    int Signals,
    DateTimeOffset ChangedAt
);

public static class ConcernQueries
{
    /// <summary>Most villages first, then the newest.</summary>
    public static IQueryable<ConcernRow> Rows(this IQueryable<SharedConcern> concerns, BrinkDb db) =>
        concerns
            .AsNoTracking()
            .Where(c => c.Subject.Visibility == Visibility.Public)
            .Select(c => new
            {
                c.Id,
                c.Subject.Title,
                c.Subject.Slug,
                c.Subject.ChangedAt,
                Villages = db
                    .SubjectVillages.Where(v =>
                        db.ConcernSignals.Any(s =>
                            s.ConcernId == c.Id
                            && s.SignalId == v.SubjectId
                            && s.Signal!.Subject.Visibility == Visibility.Public
                        )
                    )
                    .Select(v => v.VillageId)
                    .Distinct()
                    .Count(),
                Signals = c.Signals.Count(s => s.Signal!.Subject.Visibility == Visibility.Public),
            })
            .OrderByDescending(c => c.Villages)
            .ThenByDescending(c => c.ChangedAt)
            .ThenByDescending(c => c.Id)
            .Select(c => new ConcernRow(c.Id, c.Title, c.Slug, c.Villages, c.Signals, c.ChangedAt));

    /// <summary>The public signals that belong to it.</summary>
    public static IQueryable<Signal> Of(this IQueryable<Signal> signals, BrinkDb db, long concernId) =>
        signals.Public().Where(s => db.ConcernSignals.Any(c => c.ConcernId == concernId && c.SignalId == s.Id));
}
