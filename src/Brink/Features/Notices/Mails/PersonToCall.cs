using Brink.Features.Places;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>Every mail names somebody to call: the village's liaison, else the municipality.</summary>
public static class PersonToCall
{
    public static async Task<string> SentenceAsync(MailDesk desk, long? subjectId, CancellationToken cancellation)
    {
        var (db, T) = (desk.Db, desk.T);
        var liaison = subjectId is null
            ? null
            : await db
                .RoleHoldings.AsNoTracking()
                .Where(h => h.Role == Role.Liaison && h.PersonId != desk.Person.Id)
                .Where(h => h.From <= desk.Today && (h.To == null || h.To >= desk.Today))
                .Where(h =>
                    h.VillageId == subjectId
                    || db.SubjectVillages.Any(v => v.SubjectId == subjectId && v.VillageId == h.VillageId)
                )
                .OrderBy(h => h.From)
                .Select(h => new
                {
                    h.Person!.Name,
                    Village = h.Village!.Subject!.Title,
                    Telephone = h.Person.ContactIsShared && h.Person.PhoneNumber != null
                        ? h.Person.PhoneNumber
                        : h.Organisation!.Telephone,
                })
                .FirstOrDefaultAsync(cancellation);
        var municipality = await db
            .Municipalities.AsNoTracking()
            .Where(m => m.Id == desk.Tenant.Id)
            .Select(m => new
            {
                m.ContactName,
                m.ContactTelephone,
                m.ContactMail,
            })
            .SingleAsync(cancellation);
        var telephone = liaison is { Telephone.Length: > 0 } ? liaison.Telephone : municipality.ContactTelephone;
        if (liaison is not null && telephone.Length > 0)
        {
            return liaison.Name.Contains(liaison.Village, StringComparison.OrdinalIgnoreCase)
                ? T["Hebt u een vraag? Bel {0}, telefoon {1}.", liaison.Name, telephone]
                : T[
                    "Hebt u een vraag? Bel {0}, contactpersoon bij de gemeente voor {1}, telefoon {2}.",
                    liaison.Name,
                    liaison.Village,
                    telephone
                ];
        }

        var name =
            municipality.ContactName.Length > 0 ? municipality.ContactName : T["de gemeente {0}", desk.Tenant.Name];
        return (municipality.ContactTelephone, municipality.ContactMail) switch
        {
            ({ Length: > 0 } number, _) => T["Hebt u een vraag? Bel {0}, telefoon {1}.", name, number],
            (_, { Length: > 0 } mail) => T["Hebt u een vraag? Mail {0}: {1}.", name, mail],
            _ => T["Hebt u een vraag? Bel {0}.", name],
        };
    }
}
