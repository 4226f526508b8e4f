using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Home;

/// <summary>What goes on in the municipality, counted: also what is late.</summary>
/// <param name="UnderWay">Public initiatives that are not done, stopped or in upkeep.</param>
/// <param name="Waiting">Of all: handed in and not answered yet.</param>
/// <param name="Open">Promises that are open.</param>
/// <param name="Late">Of those: past their date.</param>
/// <param name="Ended">Promises that were kept.</param>
public sealed record HomeFigures(int Villages, int UnderWay, int Waiting, int Open, int Late, int Ended)
{
    public static async Task<HomeFigures> Of(BrinkDb db, DateOnly today, CancellationToken cancellation) =>
        await db
            .Municipalities.Where(m => m.Id == db.TenantId)
            .Select(m => new HomeFigures(
                db.Villages.Count(),
                db.Initiatives.Count(i =>
                    i.Subject.Visibility == Visibility.Public
                    && i.Phase != Phase.Done
                    && i.Phase != Phase.InUpkeep
                    && i.Phase != Phase.Stopped
                ),
                db.Initiatives.Count(i =>
                    i.Subject.Visibility == Visibility.Public
                    && (i.Intake == IntakeState.HandedIn || i.Intake == IntakeState.TakenIn)
                ),
                db.Promises.Count(p => p.State == PromiseState.Open && p.Subject!.Visibility == Visibility.Public),
                db.Promises.Count(p =>
                    p.State == PromiseState.Open && p.Due < today && p.Subject!.Visibility == Visibility.Public
                ),
                db.Promises.Count(p => p.State == PromiseState.Kept && p.Subject!.Visibility == Visibility.Public)
            ))
            .SingleAsync(cancellation);
}
