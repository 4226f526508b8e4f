using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>Advice about a village, for the village's own page.</summary>
public sealed record AdviceInVillage(long VillageId, string Village, IReadOnlyList<ListRow> Rows, int Count)
{
    private const int Shown = 3;

    /// <summary>Two queries at most.</summary>
    public static async Task<AdviceInVillage> LoadAsync(
        BrinkDb db,
        Texts T,
        long villageId,
        string village,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var advices = db.Advices.Public().Where(a => a.Subject.Villages.Any(v => v.VillageId == villageId));
        var rows = await advices.NewestFirst().Take(Shown).Rows(db).ToArrayAsync(cancellation);
        return new AdviceInVillage(
            villageId,
            village,
            [.. rows.Select(row => T.ListRow(row, today))],
            rows.Length < Shown ? rows.Length : await advices.CountAsync(cancellation)
        );
    }
}

/// <summary>Advice on one plan, for the plan's own page: what everybody reads, and what only the viewer may.</summary>
/// <param name="MayAsk">The viewer may ask advice on this plan.</param>
/// <param name="MayBegin">The viewer may give advice on it unasked.</param>
public sealed record AdviceOnDossier(long DossierId, IReadOnlyList<ListRow> Rows, bool MayAsk, bool MayBegin)
{
    /// <summary>More than a plan ever has.</summary>
    private const int Most = 50;

    /// <summary>One query, and one more for who is signed in.</summary>
    /// <param name="inConfidence">The plan lies before named readers; who sees it was asked before.</param>
    public static async Task<AdviceOnDossier> LoadAsync(
        BrinkDb db,
        Texts T,
        Viewer viewer,
        long dossierId,
        bool inConfidence,
        bool works,
        bool isOver,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var onIt = db.Advices.Where(a => a.DossierId == dossierId);
        var rows = await onIt.Public().NewestFirst().Take(Most).Rows(db).ToArrayAsync(cancellation);
        var amongst = viewer.IsSignedIn
            ? await onIt.Amongst(db, viewer).NewestFirst().Take(Most).Rows(db).ToArrayAsync(cancellation)
            : [];
        return new AdviceOnDossier(
            dossierId,
            [.. amongst.Concat(rows).Select(row => T.ListRow(row, today))],
            !isOver && (inConfidence ? works : viewer.MayAskAdvice()),
            !isOver && viewer.Advisers().Count > 0
        );
    }
}
