using Brink.Features.Places;
using Brink.Platform.Database;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>The service terms of a municipality (002 §5.3), worked out for one village on one day.</summary>
public static class ServiceTermsOf
{
    /// <param name="today">The day of confirmation; it does not count itself.</param>
    public static async Task<ServiceTerms> VillageAsync(
        BrinkDb db,
        long villageId,
        DateOnly today,
        CancellationToken cancellation = default
    )
    {
        var settings = await db
            .Municipalities.Where(m => m.Id == db.TenantId)
            .Select(m => new
            {
                m.TakeInTerm,
                m.AnswerTerm,
                OrganisationId = db
                    .Organisations.Where(o => o.Kind == OrganisationKind.Municipality && o.EndedAt == null)
                    .OrderBy(o => o.Id)
                    .Select(o => (long?)o.Id)
                    .FirstOrDefault(),
                // The village's own liaison goes before one who is for all villages.
                LiaisonId = db
                    .RoleHoldings.Where(h =>
                        h.Role == Role.Liaison
                        && (h.VillageId == villageId || h.VillageId == null)
                        && h.From <= today
                        && (h.To == null || h.To >= today)
                    )
                    .OrderBy(h => h.VillageId == null)
                    .ThenBy(h => h.Id)
                    .Select(h => (long?)h.PersonId)
                    .FirstOrDefault(),
            })
            .AsNoTracking()
            .SingleAsync(cancellation);
        return new ServiceTerms(
            settings.OrganisationId
                ?? throw new InvalidOperationException(
                    "The municipality has no organisation of kind Municipality to make promises."
                ),
            settings.LiaisonId,
            WorkingDays.Add(today, settings.TakeInTerm),
            WorkingDays.Add(today, settings.AnswerTerm)
        );
    }
}
