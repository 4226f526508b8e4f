using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises.Succession;

/// <summary>A promise that moves when a role ends.</summary>
/// <param name="To">Who does it from then on; null for the organisation's list.</param>
public sealed record Inheritance(Promise Promise, long? To);

/// <summary>
/// What an organisation owes survives a change of persons. When a role ends, the open promises that were given to its
/// holder go to the successor: who holds the same role there from then on, for the same village, or else for the
/// village that it is about, or else for all. Where none or more than one could be meant, they go to the organisation's
/// list, unless the holder keeps another role there that reaches them.
/// </summary>
public static class PromiseSuccession
{
    /// <summary>Of several who hold the role, the one who began around the end of the other is the successor.</summary>
    private const int DaysAround = 31;

    /// <summary>Two queries. What it gives can be acted on.</summary>
    /// <param name="last">The last day of the role.</param>
    /// <param name="passed">
    /// Whether that day passed by itself: then what was promised after it, was promised in another role. A role that is
    /// ended by hand counted until this moment.
    /// </param>
    public static async Task<IReadOnlyList<Inheritance>> PlanAsync(
        BrinkDb db,
        RoleHolding ending,
        DateOnly last,
        bool passed,
        CancellationToken cancellation
    )
    {
        DateTimeOffset? until = passed ? DutchTime.StartOf(last.AddDays(1)) : null;
        var promises = await db
            .Promises.Include(p => p.Subject!.Villages)
            .Where(p => p.State == PromiseState.Open)
            .Where(p => p.ByOrganisationId == ending.OrganisationId && p.ByPersonId == ending.PersonId)
            .Where(p => until == null || p.MadeAt < until)
            .Where(p =>
                ending.VillageId == null
                || p.SubjectId == ending.VillageId
                || p.Subject!.Villages.Any(v => v.VillageId == ending.VillageId)
            )
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .ToArrayAsync(cancellation);
        if (promises.Length == 0)
        {
            return [];
        }

        var others = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.OrganisationId == ending.OrganisationId && h.Id != ending.Id)
            .Where(h => h.To == null || h.To > last)
            .ToArrayAsync(cancellation);
        return
        [
            .. promises
                .Select(p => new Inheritance(p, HeirOf(p, ending, others, last)))
                .Where(i => i.To != ending.PersonId),
        ];
    }

    /// <summary>Moves them in the save of the caller, with a line in the journal for each.</summary>
    public static async Task<int> MoveAsync(
        BrinkDb db,
        RoleHolding ending,
        DateOnly last,
        bool passed,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var plan = await PlanAsync(db, ending, last, passed, cancellation);
        foreach (var (promise, to) in plan)
        {
            promise.HandOver(to, actor);
        }

        ending.PromisesHandedOver = true;
        return plan.Count;
    }

    /// <returns>The holder itself where it stays.</returns>
    private static long? HeirOf(Promise promise, RoleHolding ending, RoleHolding[] others, DateOnly last)
    {
        var villages = PromiseQueries.VillagesOf(promise.Subject!);
        var same = others.Where(h => h.Role == ending.Role && h.PersonId != ending.PersonId).ToArray();
        RoleHolding[][] byNearness =
        [
            [.. same.Where(h => h.VillageId == ending.VillageId)],
            [.. same.Where(h => h.VillageId is { } own && villages.Contains(own))],
            [.. same.Where(h => h.VillageId is null)],
        ];
        foreach (var nearest in byNearness.Where(some => some.Length > 0))
        {
            var people = nearest.Select(h => h.PersonId).Distinct().ToArray();
            var begun = nearest
                .Where(h => h.From > last.AddDays(-DaysAround))
                .Select(h => h.PersonId)
                .Distinct()
                .ToArray();
            if (people is [var only])
            {
                return only;
            }

            if (begun is [var newest])
            {
                return newest;
            }

            break;
        }

        var stays = others.Any(h =>
            h.PersonId == ending.PersonId
            && PromiseAccess.PromisingRoles.Contains(h.Role)
            && (h.VillageId is null || villages.Contains(h.VillageId.Value))
        );
        return stays ? ending.PersonId : null;
    }
}
