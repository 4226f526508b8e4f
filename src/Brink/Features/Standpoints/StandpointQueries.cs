using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints;

/// <summary>One standpoint in a list.</summary>
/// <param name="Asked">How many associations are or were asked in the last round; 0 before the first.</param>
/// <param name="Closes">The last day of the round that is open.</param>
/// <param name="PromiseDue">Of the answer that is owed; null when none is.</param>
public sealed record StandpointRow(
    long Id,
    string Title,
    string Slug,
    string Umbrella,
    StandpointState State,
    DateTimeOffset ChangedAt,
    DateTimeOffset? SentAt,
    int Signed,
    int Abstained,
    int Dissented,
    int Silent,
    DateOnly? Closes,
    DateOnly? PromiseDue,
    bool IsExample
);

public static class StandpointQueries
{
    public static IQueryable<Standpoint> Public(this IQueryable<Standpoint> standpoints) =>
        standpoints.Where(s => s.Subject.Visibility == Visibility.Public);

    /// <summary>What the viewer sees because of a role and nobody else does: drafts, and what goes round.</summary>
    public static IQueryable<Standpoint> Amongst(
        this IQueryable<Standpoint> standpoints,
        BrinkDb db,
        Viewer viewer,
        DateOnly today
    )
    {
        var mine = viewer.Roles.Select(r => r.OrganisationId).Where(viewer.SpeaksFor).Distinct().ToArray();
        return standpoints
            .Where(s => s.Subject.Visibility == Visibility.Restricted)
            .Where(s =>
                mine.Contains(s.UmbrellaId)
                || s.Rounds.Any(r => r.Invited.Any(i => mine.Contains(i.AssociationId)))
                || db.Memberships.Any(m =>
                    m.UmbrellaId == s.UmbrellaId
                    && mine.Contains(m.OrganisationId)
                    && (m.From == null || m.From <= today)
                    && (m.To == null || m.To >= today)
                )
            );
    }

    public static IQueryable<Standpoint> NewestFirst(this IQueryable<Standpoint> standpoints) =>
        standpoints.OrderByDescending(s => s.Subject.ChangedAt).ThenByDescending(s => s.Id);

    public static IQueryable<StandpointRow> Rows(this IQueryable<Standpoint> standpoints, BrinkDb db) =>
        standpoints
            .AsNoTracking()
            .Select(s => new StandpointRow(
                s.Id,
                s.Subject.Title,
                s.Subject.Slug,
                s.Umbrella!.Name,
                s.State,
                s.Subject.ChangedAt,
                s.SentAt,
                s.SentReactions.Count(r => r.Stance == Stance.Signed),
                s.SentReactions.Count(r => r.Stance == Stance.Abstained),
                s.SentReactions.Count(r => r.Stance == Stance.Dissented),
                s.SentReactions.Count(r => r.Stance == null),
                s.Rounds.Where(r => r.EndedAt == null).Select(r => (DateOnly?)r.Closes).FirstOrDefault(),
                db.Promises.Where(p =>
                        p.SubjectId == s.Id && p.Kind == PromiseKind.Answer && p.State == PromiseState.Open
                    )
                    .Select(p => (DateOnly?)p.Due)
                    .FirstOrDefault(),
                s.IsExample
            ));

    /// <summary>Everything of one standpoint, to act on or to read; always the same number of queries.</summary>
    public static IQueryable<Standpoint> Whole(this IQueryable<Standpoint> standpoints) =>
        standpoints
            .Include(s => s.Subject.Promises)
            .Include(s => s.Umbrella)
            .Include(s => s.Versions)
            .Include(s => s.Sources)
            .Include(s => s.SentReactions)
            .Include(s => s.Rounds)
                .ThenInclude(r => r.Text)
            .Include(s => s.Rounds)
                .ThenInclude(r => r.Invited)
                    .ThenInclude(i => i.Association)
            .Include(s => s.Rounds)
                .ThenInclude(r => r.Signatures)
                    .ThenInclude(g => g.Contribution!.EnteredFor)
            .AsSplitQuery();

    public static async Task<StandpointStanding?> StandingAsync(
        this BrinkDb db,
        long id,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Standpoints.AsNoTracking()
            .Where(s => s.Id == id)
            .Select(s => new
            {
                s.Subject.Visibility,
                s.UmbrellaId,
                Members = db
                    .Memberships.Where(m =>
                        m.UmbrellaId == s.UmbrellaId
                        && (m.From == null || m.From <= today)
                        && (m.To == null || m.To >= today)
                    )
                    .Select(m => m.OrganisationId)
                    .ToArray(),
                Invited = s.Rounds.SelectMany(r => r.Invited).Select(i => i.AssociationId).Distinct().ToArray(),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync(cancellation);
        return found is null
            ? null
            : new StandpointStanding(found.Visibility, found.UmbrellaId, found.Members, found.Invited);
    }

    /// <summary>The associations that are members of the umbrella on this day, by name.</summary>
    public static async Task<IReadOnlyList<(long Id, string Name)>> MembersOfAsync(
        this BrinkDb db,
        long umbrellaId,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await db
                    .Memberships.AsNoTracking()
                    .Where(m => m.UmbrellaId == umbrellaId)
                    .Where(m => (m.From == null || m.From <= today) && (m.To == null || m.To >= today))
                    .Join(
                        db.Organisations.Where(o => o.Kind == OrganisationKind.Association && o.EndedAt == null),
                        m => m.OrganisationId,
                        o => o.Id,
                        (_, o) => new { o.Id, o.Name }
                    )
                    .Distinct()
                    .OrderBy(o => o.Name)
                    .ToArrayAsync(cancellation)
            ).Select(o => (o.Id, o.Name)),
        ];

    /// <summary>
    /// The role in which somebody speaks for the organisation today, as the database knows it now and not as it was when
    /// the request began; null when there is none any more.
    /// </summary>
    public static Task<Role?> SpeakingRoleAsync(
        this BrinkDb db,
        long? personId,
        long organisationId,
        DateOnly today,
        Role[] roles,
        CancellationToken cancellation
    ) =>
        db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.PersonId == personId && h.OrganisationId == organisationId && roles.Contains(h.Role))
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .OrderBy(h => h.Id)
            .Select(h => (Role?)h.Role)
            .FirstOrDefaultAsync(cancellation);
}
