using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places;

/// <summary>The three sides at which everybody has a fixed contact (P5).</summary>
public enum ContactSide
{
    Municipality,
    Association,
    Welfare,
}

/// <summary>Whom to call on one side. Without a known person it is the organisation itself.</summary>
/// <param name="Name">Of the person, or of the organisation where no person is known.</param>
/// <param name="Until">The last day of the person's term.</param>
public sealed record VillageContact(
    ContactSide Side,
    string Name,
    bool IsPerson,
    string Organisation,
    string Telephone,
    string Mail,
    DateOnly? Until
);

/// <summary>Whom to call about a village (P5, T4). Read for one village, or for all at once with as many queries.</summary>
public sealed class VillageContacts
{
    private readonly GeneralContact general;
    private readonly OrganisationRow[] organisations;
    private readonly ILookup<long, long> representing;
    private readonly ILookup<long, HolderRow> holders;

    private VillageContacts(
        GeneralContact general,
        OrganisationRow[] organisations,
        ILookup<long, long> representing,
        ILookup<long, HolderRow> holders
    )
    {
        this.general = general;
        this.organisations = organisations;
        this.representing = representing;
        this.holders = holders;
    }

    /// <param name="villageId">The one village it is asked for; null for all.</param>
    public static async Task<VillageContacts> LoadAsync(
        BrinkDb db,
        DateOnly today,
        long? villageId,
        CancellationToken cancellation
    )
    {
        var general = await db
            .Municipalities.AsNoTracking()
            .Where(m => m.Id == db.TenantId)
            .Select(m => new GeneralContact(m.Name, m.ContactName, m.ContactTelephone, m.ContactMail))
            .SingleAsync(cancellation);
        var representations = await db
            .Representations.AsNoTracking()
            .Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
            .Where(r => villageId == null || r.VillageId == villageId)
            .Where(r => r.Organisation!.Kind == OrganisationKind.Association && r.Organisation.EndedAt == null)
            .OrderBy(r => r.Id)
            .Select(r => new { r.VillageId, r.OrganisationId })
            .ToArrayAsync(cancellation);
        var associations = representations.Select(r => r.OrganisationId).Distinct().ToArray();
        var organisations = await db
            .Organisations.AsNoTracking()
            .Where(o => o.EndedAt == null)
            .Where(o =>
                o.Kind == OrganisationKind.Municipality
                || o.Kind == OrganisationKind.Welfare
                || associations.Contains(o.Id)
            )
            .OrderBy(o => o.Id)
            .Select(o => new OrganisationRow(o.Id, o.Kind, o.Name, o.Telephone, o.Mail))
            .ToArrayAsync(cancellation);
        var holders = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Where(h => villageId == null || h.VillageId == null || h.VillageId == villageId)
            .Where(h =>
                h.Role == Role.Liaison
                || h.Role == Role.CommunityWorker
                || (h.Role == Role.ContactPerson && associations.Contains(h.OrganisationId))
            )
            .OrderBy(h => h.From)
            .ThenBy(h => h.Id)
            .Select(h => new HolderRow(
                h.Role,
                h.OrganisationId,
                h.VillageId,
                h.To,
                h.Person!.Name,
                // A role holder's own number and mail only with consent (P8).
                h.Person.ContactIsShared
                    ? h.Person.PhoneNumber
                    : null,
                h.Person.ContactIsShared ? h.Person.Email : null
            ))
            .ToArrayAsync(cancellation);
        return new VillageContacts(
            general,
            organisations,
            representations.ToLookup(r => r.VillageId, r => r.OrganisationId),
            holders.ToLookup(h => h.OrganisationId)
        );
    }

    /// <summary>Municipality first, then each association that represents the village, then welfare.</summary>
    public IReadOnlyList<VillageContact> Of(long villageId) =>
        [
            AtMunicipality(villageId),
            .. representing[villageId]
                .Distinct()
                .Select(id => Array.Find(organisations, o => o.Id == id))
                .OfType<OrganisationRow>()
                .Select(o => At(ContactSide.Association, o, Role.ContactPerson, villageId)),
            .. AtWelfare(villageId),
        ];

    private VillageContact AtMunicipality(long villageId)
    {
        var own = organisations.Where(o => o.Kind == OrganisationKind.Municipality).ToArray();
        var found = own.Select(o => At(ContactSide.Municipality, o, Role.Liaison, villageId))
            .OrderByDescending(contact => contact.IsPerson)
            .FirstOrDefault();
        var name = general.ContactName.Length > 0 ? general.ContactName : general.Name;
        found ??= new VillageContact(ContactSide.Municipality, name, false, general.Name, "", "", null);
        return found with
        {
            Name = found.IsPerson ? found.Name : name,
            Telephone = found.Telephone.Length > 0 ? found.Telephone : general.Telephone,
            Mail = found.Mail.Length > 0 ? found.Mail : general.Mail,
        };
    }

    /// <summary>One contact: the welfare organisation with somebody for the village comes first.</summary>
    private IEnumerable<VillageContact> AtWelfare(long villageId) =>
        organisations
            .Where(o => o.Kind == OrganisationKind.Welfare)
            .Select(o => At(ContactSide.Welfare, o, Role.CommunityWorker, villageId))
            .OrderByDescending(contact => contact.IsPerson)
            .Take(1);

    private VillageContact At(ContactSide side, OrganisationRow organisation, Role role, long villageId)
    {
        // Somebody for this village alone goes before somebody for all.
        var holder = holders[organisation.Id]
            .Where(h => h.Role == role && (h.VillageId is null || h.VillageId == villageId))
            .OrderBy(h => h.VillageId is null)
            .FirstOrDefault();
        return new VillageContact(
            side,
            holder?.Name ?? organisation.Name,
            holder is not null,
            organisation.Name,
            holder?.Telephone ?? organisation.Telephone,
            holder?.Mail ?? organisation.Mail,
            holder?.Until
        );
    }

    private sealed record GeneralContact(string Name, string ContactName, string Telephone, string Mail);

    private sealed record OrganisationRow(long Id, OrganisationKind Kind, string Name, string Telephone, string Mail);

    private sealed record HolderRow(
        Role Role,
        long OrganisationId,
        long? VillageId,
        DateOnly? Until,
        string Name,
        string? Telephone,
        string? Mail
    );
}

public static class VillageContactWords
{
    /// <summary>The contacts of a village as cards, municipality first. Four queries.</summary>
    public static async Task<IReadOnlyList<ContactCard>> ContactsAsync(
        this BrinkDb db,
        Texts T,
        long villageId,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var contacts = await VillageContacts.LoadAsync(db, today, villageId, cancellation);
        return contacts.Cards(T, villageId);
    }

    public static IReadOnlyList<ContactCard> Cards(this VillageContacts contacts, Texts T, long villageId) =>
        [.. contacts.Of(villageId).Select(T.CardOf)];

    public static ContactCard CardOf(this Texts T, VillageContact contact) =>
        new(
            contact.Name,
            (contact.Side, contact.IsPerson) switch
            {
                (ContactSide.Municipality, true) => T["uw contact bij de gemeente"],
                (ContactSide.Association, true) => T["contactpersoon van {0}", contact.Organisation],
                (ContactSide.Welfare, true) => T["opbouwwerker bij {0}", contact.Organisation],
                (ContactSide.Municipality, false) => T["gemeente"],
                (ContactSide.Association, false) => T["vereniging van het dorp"],
                _ => T["welzijnswerk"],
            },
            Filled(contact.Telephone),
            Filled(contact.Mail)
        );

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}
