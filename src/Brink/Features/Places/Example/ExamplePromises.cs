using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>Promises that were made by hand, plainly marked as examples: one moved, one asked, one kept.</summary>
internal static class ExamplePromises
{
    public static async Task AddAsync(BrinkDb db, DateOnly today, CancellationToken cancellation)
    {
        var holders = await db
            .RoleHoldings.Where(h => h.Role == Role.Liaison || h.Role == Role.ContactPerson)
            .Where(h => h.To == null)
            .OrderBy(h => h.Id)
            .ToArrayAsync(cancellation);
        // The first village with both an association that can be reached and a liaison.
        var represented = await db
            .Representations.Include(r => r.Village!.Subject!.Villages)
            .OrderBy(r => r.Id)
            .ToArrayAsync(cancellation);
        foreach (var representation in represented)
        {
            var contact = holders.FirstOrDefault(h =>
                h.Role == Role.ContactPerson && h.OrganisationId == representation.OrganisationId
            );
            var liaison =
                holders.FirstOrDefault(h => h.Role == Role.Liaison && h.VillageId == representation.VillageId)
                ?? holders.FirstOrDefault(h => h.Role == Role.Liaison);
            if (contact is not null && liaison is not null)
            {
                Add(representation.Village!.Subject!, contact, liaison, today);
                return;
            }
        }
    }

    private static void Add(Subject village, RoleHolding contact, RoleHolding liaison, DateOnly today)
    {
        Party association = new(contact.OrganisationId, contact.PersonId);
        Party municipality = new(liaison.OrganisationId, liaison.PersonId);
        var moved = Promise.Make(
            village,
            PromiseKind.Agreed,
            municipality,
            association,
            WorkingDays.Add(today, 4),
            Doing(liaison, today, 9),
            "Voorbeeld: de gemeente zoekt uit waar een tweede bankje kan staan",
            "dorpsoverleg (voorbeeld)"
        );
        moved.ProposeMove(
            PromiseSide.By,
            WorkingDays.Add(today, 12),
            "De tekening van de leidingen in de grond komt later.",
            Doing(liaison, today, 5)
        );
        moved.AgreeToMove(PromiseSide.To, Doing(contact, today, 4));
        Promise.Ask(
            village,
            new Party(contact.OrganisationId, null),
            municipality,
            WorkingDays.Add(today, 10),
            Doing(liaison, today, 2),
            "Voorbeeld: het dorp telt hoeveel mensen het pad naar school gebruiken"
        );
        Promise
            .Make(
                village,
                PromiseKind.Agreed,
                association,
                municipality,
                WorkingDays.Add(today, -3),
                Doing(contact, today, 12),
                "Voorbeeld: het dorp stuurt foto's van de plek"
            )
            .Keep(Doing(contact, today, 4), "De foto's zijn gestuurd.");
    }

    private static Actor Doing(RoleHolding holding, DateOnly today, int daysAgo)
    {
        var day = WorkingDays.Add(today, -daysAgo);
        return new Actor(
            holding.PersonId,
            holding.OrganisationId,
            null,
            Channel.Web,
            DutchTime.InstantOf(day, new TimeOnly(15, 0)),
            day
        );
    }
}
