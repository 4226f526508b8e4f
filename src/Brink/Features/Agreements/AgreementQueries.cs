using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements;

/// <summary>One agreement in a list.</summary>
/// <param name="Since">The day since which a text holds; null when none does.</param>
/// <param name="Signing">A text goes round.</param>
public sealed record AgreementRow(
    long Id,
    string Title,
    string Slug,
    AgreementKind Kind,
    string Keeper,
    int Parties,
    DateOnly? Since,
    DateOnly? To,
    DateOnly? EndedOn,
    bool Signing,
    bool IsExample
);

public static class AgreementQueries
{
    public static IQueryable<Agreement> Public(this IQueryable<Agreement> agreements) =>
        agreements.Where(a => a.Subject.Visibility == Visibility.Public);

    /// <summary>What the viewer sees because of a role and nobody else does: what never held yet.</summary>
    public static IQueryable<Agreement> Amongst(this IQueryable<Agreement> agreements, Viewer viewer)
    {
        var mine = viewer
            .Roles.Select(r => r.OrganisationId)
            .Where(id => viewer.AnswersFor(id) || viewer.SignsFor(id))
            .Concat(AgreementAccess.KeepersOf(viewer).Select(r => r.OrganisationId))
            .Distinct()
            .ToArray();
        return agreements
            .Where(a => a.Subject.Visibility == Visibility.Restricted)
            .Where(a =>
                mine.Contains(a.KeeperId) || a.Versions.Any(v => v.Parties.Any(p => mine.Contains(p.OrganisationId)))
            );
    }

    /// <summary>What holds first, the newest first; then what ended.</summary>
    public static IQueryable<Agreement> InOrder(this IQueryable<Agreement> agreements) =>
        agreements
            .OrderBy(a => a.EndedOn != null)
            .ThenByDescending(a => a.Subject.ChangedAt)
            .ThenByDescending(a => a.Id);

    public static IQueryable<AgreementRow> Rows(this IQueryable<Agreement> agreements) =>
        agreements
            .AsNoTracking()
            .Select(a => new AgreementRow(
                a.Id,
                a.Subject.Title,
                a.Subject.Slug,
                a.Kind,
                a.Keeper!.Name,
                a.Versions.OrderByDescending(v => v.Number).Select(v => v.Parties.Count).First(),
                a.Versions.Where(v => v.State == VersionState.InForce).Select(v => v.InForceOn).FirstOrDefault(),
                a.To,
                a.EndedOn,
                a.Versions.Any(v => v.State == VersionState.Signing),
                a.IsExample
            ));

    /// <summary>Everything of one agreement, to act on or to read; always the same number of queries.</summary>
    public static IQueryable<Agreement> Whole(this IQueryable<Agreement> agreements) =>
        agreements
            .Include(a => a.Subject.Promises)
            .Include(a => a.Keeper)
            .Include(a => a.Evaluations)
            .Include(a => a.Versions)
                .ThenInclude(v => v.Parties)
                    .ThenInclude(p => p.Organisation)
            .Include(a => a.Versions)
                .ThenInclude(v => v.Pledges)
                    .ThenInclude(p => p.Theme!.Subject)
            .Include(a => a.Versions)
                .ThenInclude(v => v.Answers)
                    .ThenInclude(g => g.Contribution!.EnteredFor)
            .AsSplitQuery();

    /// <summary>One query; null when there is no such agreement.</summary>
    public static async Task<AgreementStanding?> AgreementStandingAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Agreements.AsNoTracking()
            .Where(a => a.Id == id)
            .Select(a => new
            {
                a.Subject.Visibility,
                a.KeeperId,
                Parties = a.Versions.SelectMany(v => v.Parties).Select(p => p.OrganisationId).Distinct().ToArray(),
                Now = a
                    .Versions.Where(v =>
                        v.State == VersionState.Draft
                        || v.State == VersionState.Signing
                        || v.State == VersionState.InForce
                    )
                    .OrderByDescending(v => v.Number)
                    .Take(1)
                    .SelectMany(v => v.Parties)
                    .Select(p => p.OrganisationId)
                    .ToArray(),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync(cancellation);
        return found is null ? null : new AgreementStanding(found.Visibility, found.KeeperId, found.Parties, found.Now);
    }
}
