using Brink.Features.Accounts;
using Brink.Features.Advice;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>One request in a list.</summary>
public sealed record RequestRow(
    long Id,
    string Title,
    string Slug,
    string Association,
    string Department,
    RequestState State,
    DateOnly AskedOn,
    DateOnly AnswerBy,
    DateOnly Happens,
    decimal Hours,
    bool IsExample
);

/// <summary>What one department asked.</summary>
public sealed record DepartmentLoad(string Department, int Requests, decimal Hours);

/// <summary>
/// What is asked of one association already. Hours are those asked since the first day of this quarter, whatever came of
/// it, for reading and weighing a request is work too; what was taken back doesn't count.
/// </summary>
/// <param name="Open">Requests without a settled answer.</param>
/// <param name="Promised">Hours of what it said yes to and still has to do.</param>
/// <param name="Advice">Questions for advice that wait for it.</param>
public sealed record Load(
    int Open,
    decimal Promised,
    DateOnly Since,
    IReadOnlyList<DepartmentLoad> Departments,
    int Advice
)
{
    public decimal Hours => Departments.Sum(department => department.Hours);

    public int Requests => Departments.Sum(department => department.Requests);
}

public static class RequestQueries
{
    /// <summary>What the viewer may see: outcomes are public, what is not answered is for both parties.</summary>
    public static IQueryable<VillageRequest> VisibleTo(this IQueryable<VillageRequest> requests, Viewer viewer)
    {
        if (viewer.MayAsk())
        {
            return requests;
        }

        var mine = viewer.Roles.Select(r => r.OrganisationId).Where(viewer.SpeaksFor).Distinct().ToArray();
        return requests.Where(r => r.Subject.Visibility == Visibility.Public || mine.Contains(r.AssociationId));
    }

    /// <summary>What waits for an answer first, the nearest day on top; then the rest, the newest first.</summary>
    public static IQueryable<VillageRequest> WaitingFirst(this IQueryable<VillageRequest> requests) =>
        requests
            .OrderByDescending(r => r.State == RequestState.Asked || r.State == RequestState.Proposed)
            .ThenByDescending(r => r.AskedOn)
            .ThenByDescending(r => r.Id);

    public static IQueryable<RequestRow> Rows(this IQueryable<VillageRequest> requests) =>
        requests
            .AsNoTracking()
            .Select(r => new RequestRow(
                r.Id,
                r.Subject.Title,
                r.Subject.Slug,
                r.Association!.Name,
                r.Department,
                r.State,
                r.AskedOn,
                r.AnswerBy,
                r.Happens,
                r.Hours,
                r.IsExample
            ));

    /// <summary>Three queries, however much was asked.</summary>
    public static async Task<Load> LoadOfAsync(
        this BrinkDb db,
        long associationId,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var since = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var all = db.VillageRequests.AsNoTracking().Where(r => r.AssociationId == associationId);
        var now = await all.GroupBy(r => 1)
            .Select(g => new
            {
                Open = g.Count(r => r.State == RequestState.Asked || r.State == RequestState.Proposed),
                Promised = g.Sum(r => r.State == RequestState.Accepted && r.Happens >= today ? r.Hours : 0),
            })
            .FirstOrDefaultAsync(cancellation);
        var departments = await all.Where(r => r.AskedOn >= since && r.State != RequestState.Withdrawn)
            .GroupBy(r => r.Department)
            .Select(g => new
            {
                g.Key,
                Requests = g.Count(),
                Hours = g.Sum(r => r.Hours),
            })
            .OrderByDescending(g => g.Hours)
            .ThenBy(g => g.Key)
            .ToArrayAsync(cancellation);
        return new Load(
            now?.Open ?? 0,
            now?.Promised ?? 0,
            since,
            [.. departments.Select(d => new DepartmentLoad(d.Key, d.Requests, d.Hours))],
            await db.OpenAdviceAsync(associationId, cancellation)
        );
    }

    /// <summary>An association that speaks for a village today and can be asked something.</summary>
    public static IQueryable<Organisation> Askable(this IQueryable<Organisation> organisations, DateOnly today) =>
        organisations.Where(o =>
            o.Kind == OrganisationKind.Association
            && o.EndedAt == null
            && o.Represents.Any(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
        );

    public static Task<VillageRequest?> WholeAsync(
        this IQueryable<VillageRequest> requests,
        long id,
        CancellationToken cancellation
    ) =>
        requests
            .Include(r => r.Subject.Promises)
            .Include(r => r.Association)
            .Include(r => r.ToCall)
            .Include(r => r.Contribution!.ByPerson)
            .Include(r => r.AnswerContribution)
            .AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Id == id, cancellation);

    public static RequestStanding Standing(this VillageRequest request) =>
        new(request.Subject.Visibility, request.AssociationId, request.Contribution?.ByPersonId);
}
