using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>A village where a contact is missing, or where a term ends soon.</summary>
public sealed record ContactGap(
    long VillageId,
    string Village,
    IReadOnlyList<ContactSide> Missing,
    IReadOnlyList<VillageContact> Ending
);

/// <summary>Finds the villages whose contacts need care (P5).</summary>
public static class ContactGaps
{
    private const int MonthsAhead = 1;

    /// <summary>Five queries, however many villages.</summary>
    public static async Task<IReadOnlyList<ContactGap>> FindAsync(
        BrinkDb db,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var villages = await db
            .Villages.AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new { v.Id, v.Subject!.Title })
            .ToArrayAsync(cancellation);
        var contacts = await VillageContacts.LoadAsync(db, today, null, cancellation);
        return
        [
            .. villages
                .Select(v => GapOf(v.Id, v.Title, contacts.Of(v.Id), today.AddMonths(MonthsAhead)))
                .Where(gap => gap.Missing.Count + gap.Ending.Count > 0),
        ];
    }

    private static ContactGap GapOf(long id, string name, IReadOnlyList<VillageContact> contacts, DateOnly soon) =>
        new(
            id,
            name,
            [.. Enum.GetValues<ContactSide>().Where(side => !contacts.Any(c => c.Side == side && c.IsPerson))],
            [.. contacts.Where(c => c.IsPerson && c.Until <= soon)]
        );
}
