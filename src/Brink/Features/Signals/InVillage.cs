using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>A few signals of a village, for the village's own page.</summary>
public sealed record InVillage(long VillageId, string Village, IReadOnlyList<ListRow> Rows, int Count)
{
    private const int Shown = 4;

    /// <summary>Two queries.</summary>
    public static async Task<InVillage> LoadAsync(
        BrinkDb db,
        Texts T,
        long villageId,
        string village,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var signals = db.Signals.Public().Chosen(SignalFilter.None with { VillageId = villageId }, null);
        var rows = await signals
            .Where(s => s.State != SignalState.Merged)
            .NewestFirst()
            .Take(Shown)
            .Rows(db)
            .ToArrayAsync(cancellation);
        return new InVillage(
            villageId,
            village,
            [.. rows.Select(row => T.ListRow(row, today) with { Place = null })],
            rows.Length < Shown ? rows.Length : await signals.CountAsync(cancellation)
        );
    }
}
