using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Privacy;

/// <summary>What somebody wants to happen with what others can read.</summary>
/// <param name="WordsToo">The public words go as well; else they stay as those of 'een inwoner'.</param>
/// <param name="HandOver">An open initiative that nobody else carries goes to the association; else it is withdrawn.</param>
public sealed record Farewell(bool WordsToo, bool HandOver);

/// <summary>
/// Takes a person out of Brink, at the person's wish or by the clock (P8). One transaction over all features, with the
/// row of the person locked: whoever adds something to the person at that moment was first and is taken along, or comes
/// too late and finds the person gone. Erasing twice is erasing once.
/// </summary>
public sealed class Erasing(UnusedPhotos unused)
{
    private const int MostAttempts = 5;

    /// <param name="stillMeant">Asked of the locked row; false leaves everything as it is.</param>
    public async Task<Outcome> EraseAsync(
        BrinkDb db,
        long personId,
        Farewell wish,
        Actor actor,
        CancellationToken cancellation,
        Func<Person, bool>? stillMeant = null
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (outcome, photos) = await TakeOutAsync(db, personId, wish, actor, stillMeant, cancellation);
                db.ChangeTracker.Clear();
                await unused.DeleteAsync(db, photos, cancellation);
                return outcome;
            }
            catch (Exception problem) when (attempt < MostAttempts && Conflict.Is(problem))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<(Outcome, string[])> TakeOutAsync(
        BrinkDb db,
        long personId,
        Farewell wish,
        Actor actor,
        Func<Person, bool>? stillMeant,
        CancellationToken cancellation
    )
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var locked = await db
            .People.FromSql(
                $"SELECT * FROM people WHERE municipality_id = {db.TenantId} AND id = {personId} FOR UPDATE"
            )
            .ToListAsync(cancellation);
        if (locked is not [{ IsErased: false } person] || stillMeant?.Invoke(person) == false)
        {
            return (Outcome.Done, []);
        }

        if (await HasOfficeAsync(db, personId, actor.Today, cancellation))
        {
            return (Outcome.Refuse("", "U hebt nog een taak in Brink. Laat de beheerder die eerst beëindigen."), []);
        }

        foreach (var feature in FeatureServices.OwnData)
        {
            await feature.LeaveAsync(db, personId, wish.HandOver, actor, cancellation);
        }

        foreach (var feature in FeatureServices.OwnData)
        {
            await feature.EraseAsync(db, personId, wish.WordsToo, actor, cancellation);
        }

        person.Forget(actor.At);
        db.Journal.Add(JournalEntry.General(AccountVerbs.Erased, actor, ("person", personId)));
        var photos = db
            .ChangeTracker.Entries<SubjectFile>()
            .Where(file => file.State == EntityState.Deleted)
            .Select(file => file.Entity.Hash)
            .Concat(
                db.ChangeTracker.Entries<Promises.PromisePhoto>()
                    .Where(photo => photo.State == EntityState.Deleted)
                    .Select(photo => photo.Entity.Hash)
            )
            .Concat(
                db.ChangeTracker.Entries<IHoldsFile>()
                    .Select(row => row.Property(held => held.FileHash))
                    .Where(held => held.OriginalValue.Length > 0 && held.CurrentValue.Length == 0)
                    .Select(held => held.OriginalValue)
            )
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (Outcome.Done, photos);
    }

    /// <summary>A role today or later: then somebody counts on this person, and an administrator ends that first.</summary>
    public static Task<bool> HasOfficeAsync(
        BrinkDb db,
        long personId,
        DateOnly today,
        CancellationToken cancellation
    ) => db.RoleHoldings.AnyAsync(h => h.PersonId == personId && (h.To == null || h.To >= today), cancellation);
}
