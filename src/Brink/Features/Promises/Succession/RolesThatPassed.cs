using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises.Succession;

/// <summary>
/// Every night: the promises of roles whose last day passed by itself move on, and whatever is still given to somebody
/// without any role there goes to the organisation's list. Two instances at once do it once: they meet at the role.
/// </summary>
public sealed class RolesThatPassed(TimeProvider time) : IMunicipalityJob
{
    private const int Attempts = 5;
    private const int Batch = 500;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var today = DutchTime.Today(time);
        var byClock = new Actor(null, null, null, Channel.Web, time.GetUtcNow(), today);
        var ended = await db
            .RoleHoldings.Where(h => h.To < today && !h.PromisesHandedOver)
            .OrderBy(h => h.To)
            .ThenBy(h => h.Id)
            .Select(h => h.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var id in ended)
        {
            await TryAsync(db, () => HandOverAsync(db, id, byClock, cancellation), cancellation);
        }

        await TryAsync(db, () => ListAsync(db, byClock, cancellation), cancellation);
    }

    private static async Task HandOverAsync(BrinkDb db, long id, Actor byClock, CancellationToken cancellation)
    {
        var holding = await db.RoleHoldings.FirstOrDefaultAsync(
            h => h.Id == id && h.To < byClock.Today && !h.PromisesHandedOver,
            cancellation
        );
        if (holding is null)
        {
            return;
        }

        if (await PromiseSuccession.MoveAsync(db, holding, holding.To!.Value, true, byClock, cancellation) == 0)
        {
            // Nothing happened to anybody, so the journal has nothing to say.
            db.ChangeTracker.Clear();
            await db
                .RoleHoldings.Where(h => h.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.PromisesHandedOver, true), cancellation);
        }
    }

    private static async Task ListAsync(BrinkDb db, Actor byClock, CancellationToken cancellation)
    {
        var today = byClock.Today;
        var left = await db
            .Promises.Include(p => p.Subject)
            .Where(p => p.State == PromiseState.Open && p.ByOrganisationId != null && p.ByPersonId != null)
            .Where(p =>
                !db.RoleHoldings.Any(h =>
                    h.PersonId == p.ByPersonId
                    && h.OrganisationId == p.ByOrganisationId
                    && (h.To == null || h.To >= today)
                )
            )
            .OrderBy(p => p.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var promise in left)
        {
            promise.HandOver(null, byClock);
        }
    }

    /// <summary>Saves what the act did; tries anew when somebody else was first.</summary>
    private static async Task TryAsync(BrinkDb db, Func<Task> act, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            await act();
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (Exception problem) when (attempt < Attempts && Conflict.Is(problem))
            {
                // The role, or a promise, was changed at this moment.
            }
        }
    }
}
