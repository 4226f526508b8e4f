using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>What becomes of advice on a plan when the plan stops being in confidence. The database asks the same.</summary>
public static class AdviceOfDossier
{
    /// <summary>The plan becomes public: what was given in confidence with it. Saved with the plan.</summary>
    public static async Task OpenAdviceAsync(
        this BrinkDb db,
        long dossierId,
        Actor actor,
        CancellationToken cancellation
    )
    {
        foreach (var advice in await InConfidenceAsync(db, dossierId, cancellation))
        {
            advice.Open(actor);
        }
    }

    /// <summary>The plan is withdrawn in confidence. Saved with the plan.</summary>
    public static async Task CloseAdviceAsync(
        this BrinkDb db,
        long dossierId,
        Actor actor,
        CancellationToken cancellation
    )
    {
        foreach (var advice in await InConfidenceAsync(db, dossierId, cancellation))
        {
            advice.Close(actor);
        }
    }

    private static Task<AdviceCase[]> InConfidenceAsync(BrinkDb db, long dossierId, CancellationToken cancellation) =>
        db
            .Advices.Include(a => a.Subject.Promises)
            .Where(a => a.DossierId == dossierId && a.InConfidence)
            .OrderBy(a => a.Id)
            .ToArrayAsync(cancellation);
}
