using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>The plans that touch a village and go on, for the village's own page.</summary>
public sealed record InVillageDossiers(long VillageId, string Village, IReadOnlyList<ListRow> Rows, int Count)
{
    private const int Shown = 4;

    /// <summary>At most four queries.</summary>
    public static async Task<InVillageDossiers> LoadAsync(
        BrinkDb db,
        Texts T,
        long villageId,
        string village,
        CancellationToken cancellation
    )
    {
        var dossiers = db
            .Dossiers.Public()
            .Chosen(DossierFilter.None with { VillageId = villageId, IsOver = false }, null);
        var rows = await dossiers.NewestFirst().Take(Shown).Rows(db).ToArrayAsync(cancellation);
        return new InVillageDossiers(
            villageId,
            village,
            [.. rows.Select(row => T.ListRow(row) with { Place = null })],
            rows.Length < Shown ? rows.Length : await dossiers.CountAsync(cancellation)
        );
    }
}
