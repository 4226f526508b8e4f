using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>
/// How officials who work on it reach those who carry it: through the association, and directly only with consent (P8).
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class ReachModel() : InitiativeActPage(InitiativeAct.Reach)
{
    public IReadOnlyList<ContactCard> Initiators { get; private set; } = [];
    public IReadOnlyList<ContactCard> Associations { get; private set; } = [];

    protected override async Task ReadAsync()
    {
        var agreed = await Db
            .Initiators.AsNoTracking()
            .Where(i => i.InitiativeId == Head.Id)
            .Where(i =>
                Db.Consents.Any(c =>
                    c.PersonId == i.PersonId && c.Purpose == ConsentPurpose.ContactForOfficials && c.WithdrawnAt == null
                )
            )
            .OrderBy(i => i.PersonId)
            .Select(i => new
            {
                i.Person!.Name,
                i.Person.PhoneNumber,
                i.Person.Email,
            })
            .ToArrayAsync(Aborted);
        Initiators = [.. agreed.Select(i => new ContactCard(i.Name, T["initiatiefnemer"], i.PhoneNumber, i.Email))];
        var contacts = await VillageContacts.LoadAsync(Db, Today, Standing.VillageId, Aborted);
        Associations =
        [
            .. contacts.Of(Standing.VillageId).Where(c => c.Side == ContactSide.Association).Select(T.CardOf),
        ];
    }
}
