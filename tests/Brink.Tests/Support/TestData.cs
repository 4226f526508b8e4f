using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Support;

/// <summary>A village with everyone in it: what most tests start from.</summary>
/// <param name="Liaison">The municipality's contact for this village.</param>
/// <param name="ContactPerson">The association's contact person.</param>
public sealed record Place(
    Village Village,
    Organisation Association,
    Organisation Municipality,
    Person Liaison,
    Person ContactPerson
);

/// <summary>Makes what a test needs, by intent.</summary>
public sealed class TestData(BrinkHost host, TenantInfo? tenant = null)
{
    private static int numbered;

    public Actor Now(long? personId = null) =>
        new(personId, null, null, Channel.Web, host.Time.GetUtcNow(), DutchTime.Today(host.Time));

    public Task<Place> PlaceAsync(string? name = null) =>
        SaveAsync(async db =>
        {
            var number = Interlocked.Increment(ref numbered);
            var village = AddVillage(db, name ?? $"Proefdorp {number}");
            var association = new Organisation
            {
                Kind = OrganisationKind.Association,
                Name = "Dorpsbelangen " + village.Subject!.Title,
            };
            db.Organisations.Add(association);
            db.Representations.Add(new Representation { OrganisationId = association.Id, VillageId = village.Id });
            var municipality = await MunicipalityAsync(db);
            var liaison = AddPerson(db, "Dorpscontactambtenaar " + number);
            var contact = AddPerson(db, "Contactpersoon " + village.Subject.Title);
            Give(db, liaison, municipality, Role.Liaison, village);
            Give(db, contact, association, Role.ContactPerson, null);
            return new Place(village, association, municipality, liaison, contact);
        });

    public Task<Village> VillageAsync(string name) => SaveAsync(db => Task.FromResult(AddVillage(db, name)));

    public Task<Organisation> OrganisationAsync(OrganisationKind kind) =>
        SaveAsync(db =>
        {
            var organisation = new Organisation { Kind = kind, Name = $"{kind} {Interlocked.Increment(ref numbered)}" };
            db.Organisations.Add(organisation);
            return Task.FromResult(organisation);
        });

    /// <param name="geometry">Of its border, as GeoJSON.</param>
    public Task<Area> AreaAsync(Village village, string geometry) =>
        SaveAsync(db =>
        {
            var area = new Area
            {
                Code = $"BU{village.Id:00000000}",
                Name = village.Subject!.Title,
                VillageId = village.Id,
                Geometry = geometry,
                Source = "proef",
            };
            db.Areas.Add(area);
            return Task.FromResult(area);
        });

    public Task<Person> PersonAsync(string name = "Bewoner") => SaveAsync(db => Task.FromResult(AddPerson(db, name)));

    /// <summary>Somebody with one role.</summary>
    public Task<Person> HolderAsync(
        Role role,
        Organisation organisation,
        Village? village = null,
        DateOnly? to = null
    ) =>
        SaveAsync(db =>
        {
            var person = AddPerson(db, $"{role} {Interlocked.Increment(ref numbered)}");
            Give(db, person, organisation, role, village, to);
            return Task.FromResult(person);
        });

    public Task<Person> AdministratorAsync() =>
        SaveAsync(async db =>
        {
            var person = AddPerson(db, "Beheerder");
            Give(db, person, await MunicipalityAsync(db), Role.Administrator, null);
            return person;
        });

    public static Idea Idea(string title = "Een beweegtuin voor oud en jong", OwnerType? owner = null) =>
        new(
            title,
            "Toestellen om samen te bewegen.",
            "Zodat iedereen fit blijft.",
            owner,
            InitiatorKind.Alone,
            "",
            "",
            null,
            null,
            ""
        );

    /// <summary>A confirmed idea of somebody, with both service terms running.</summary>
    public Task<Initiative> InitiativeAsync(Place place, Person by, string title = "Een beweegtuin voor oud en jong") =>
        SaveAsync(async db =>
        {
            var initiative = await AddUnconfirmedAsync(db, place, by, title);
            var today = DutchTime.Today(host.Time);
            initiative.Confirm(
                Now(by.Id),
                new ServiceTerms(place.Municipality.Id, place.Liaison.Id, today.AddDays(7), today.AddDays(42))
            );
            return initiative;
        });

    public Task<Initiative> UnconfirmedInitiativeAsync(Place place, Person by, string title = "Een onbevestigd idee") =>
        SaveAsync(db => AddUnconfirmedAsync(db, place, by, title));

    public Task<T> SaveAsync<T>(Func<BrinkDb, Task<T>> make) =>
        host.DbAsync(
            async db =>
            {
                var made = await make(db);
                if (db.ChangeTracker.HasChanges())
                {
                    db.Journal.Add(JournalEntry.General(PlacesVerbs.Imported, Now()));
                }

                await db.SaveChangesAsync();
                return made;
            },
            tenant
        );

    private async Task<Initiative> AddUnconfirmedAsync(BrinkDb db, Place place, Person by, string title)
    {
        var village = await db.Villages.Include(v => v.Subject).FirstAsync(v => v.Id == place.Village.Id);
        var actor = Now(by.Id);
        var contribution = new Contribution
        {
            ByPersonId = by.Id,
            Channel = Channel.Web,
            At = actor.At,
        };
        var initiative = Initiative.HandIn(Idea(title), village, contribution, actor);
        db.Initiatives.Add(initiative);
        return initiative;
    }

    private Village AddVillage(BrinkDb db, string name)
    {
        var village = Village.Create(name, VillageKind.Village, host.Time.GetUtcNow());
        db.Villages.Add(village);
        return village;
    }

    private Person AddPerson(BrinkDb db, string name)
    {
        var person = Person.WithMail(
            name,
            $"persoon{Interlocked.Increment(ref numbered)}@voorbeeld.example",
            host.Time.GetUtcNow()
        );
        person.EmailConfirmed = true;
        db.People.Add(person);
        return person;
    }

    private void Give(
        BrinkDb db,
        Person person,
        Organisation organisation,
        Role role,
        Village? village,
        DateOnly? to = null
    )
    {
        db.RoleHoldings.Add(
            new RoleHolding
            {
                Person = person,
                Organisation = db.Entry(organisation).State == EntityState.Detached ? null : organisation,
                OrganisationId = organisation.Id,
                VillageId = village?.Id,
                Role = role,
                From = DutchTime.Today(host.Time).AddYears(-1),
                To = to,
            }
        );
    }

    private static async Task<Organisation> MunicipalityAsync(BrinkDb db)
    {
        var found = await db.Organisations.FirstOrDefaultAsync(o => o.Kind == OrganisationKind.Municipality);
        if (found is null)
        {
            found = new Organisation { Kind = OrganisationKind.Municipality, Name = "Gemeente Testveen" };
            db.Organisations.Add(found);
        }

        return found;
    }
}
