using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Text;

namespace Brink.Features.Places.Example;

/// <summary>The example's people: each is a role and says so in its name.</summary>
public sealed class ExamplePeople
{
    /// <summary>No mail can reach this: .example is kept free for examples (RFC 2606).</summary>
    public const string MailDomain = "midden-drenthe.example";

    /// <summary>One name for each role worth trying, to sign in with in the example.</summary>
    public static readonly IReadOnlyList<string> ToSignInAs =
    [
        "Initiatiefnemer Hijken",
        "Contactpersoon Hijken",
        "Penningmeester Hijken",
        "Dorpscontactambtenaar 1",
        "Dorpscontactambtenaar 2",
        "Beleidsadviseur verkeer",
        "Opbouwwerker",
        "Voorzitter Dorpenoverleg",
        "Portefeuillehouder Dorpen",
        "Beheerder",
    ];

    public static IReadOnlyList<(string Name, string Mail)> WithMail =>
        [.. ToSignInAs.Select(name => (name, MailOf(name)))];

    private readonly BrinkDb db;
    private readonly ExamplePlaces places;
    private readonly DateTimeOffset now;
    private readonly DateOnly today;
    private readonly Dictionary<string, Person> byName = [];
    private readonly Dictionary<long, Person> liaisons = [];

    internal ExamplePeople(BrinkDb db, ExamplePlaces places, DateTimeOffset now, DateOnly today)
    {
        this.db = db;
        this.places = places;
        this.now = now;
        this.today = today;
    }

    internal Person this[string name] => byName[name];

    internal Person With(long id) => byName.Values.First(person => person.Id == id);

    internal Person LiaisonOf(Village village) => liaisons[village.Id];

    public static string MailOf(string name) => $"{Slug.From(name)}@{MailDomain}";

    internal void Add(ExampleFacts facts)
    {
        foreach (var association in facts.Associations)
        {
            var contact = New("Contactpersoon " + association.Short);
            // One term ends soon, so that the administrator's list shows what it is for.
            DateOnly? to = association.Short == "Spier" ? today.AddDays(20) : null;
            Give(contact, Role.ContactPerson, places.Associations[association.Name], to: to);
        }

        var hijken = places.Associations["Dorpsbelangen Hijken"];
        Give(New("Voorzitter Hijken"), Role.Chair, hijken);
        Give(New("Penningmeester Hijken"), Role.Treasurer, hijken);
        Give(New("Voorzitter Dorpenoverleg"), Role.Chair, places.Umbrella);
        // Somebody with roles in two organisations: usual in a village.
        Give(this["Contactpersoon Elp/Zuidveld"], Role.Secretary, places.Umbrella);
        Give(New("Voorzitter dorpshuizen"), Role.Chair, places.VillageHalls);
        Give(New("Opbouwwerker"), Role.CommunityWorker, places.Welfare);
        Give(New("Jongerenwerker"), Role.YouthWorker, places.Welfare);
        Give(New("Medewerker plattelandsontwikkeling"), Role.RuralDevelopmentWorker, places.Welfare);
        AddMunicipality();
        foreach (var village in new[] { "Hijken", "Hooghalen", "Wijster", "Elp", "Smilde", "Westerbork", "Witteveen" })
        {
            New("Initiatiefnemer " + village);
        }
    }

    private void AddMunicipality()
    {
        Person[] coordinators = [New("Dorpscontactambtenaar 1"), New("Dorpscontactambtenaar 2")];
        foreach (var coordinator in coordinators)
        {
            Give(coordinator, Role.BudgetHolder, places.Municipality);
        }

        foreach (var (village, index) in places.Villages.Values.Select((village, index) => (village, index)))
        {
            var coordinator = coordinators[index % coordinators.Length];
            Give(coordinator, Role.Liaison, places.Municipality, village);
            liaisons[village.Id] = coordinator;
        }

        Give(New("Beleidsadviseur verkeer"), Role.PolicyOfficer, places.Municipality, topics: "Verkeer en wegen");
        Give(New("Beleidsadviseur groen"), Role.PolicyOfficer, places.Municipality, topics: "Groen en openbare ruimte");
        Give(New("Portefeuillehouder Dorpen"), Role.ExecutiveMember, places.Municipality);
        Give(New("Raadslid"), Role.Councillor, places.Municipality);
        Give(New("Beheerder"), Role.Administrator, places.Municipality);
    }

    private Person New(string name)
    {
        var person = Person.WithMail(name, MailOf(name), now);
        person.EmailConfirmed = true;
        db.People.Add(person);
        byName.Add(name, person);
        return person;
    }

    private void Give(
        Person person,
        Role role,
        Organisation organisation,
        Village? village = null,
        DateOnly? to = null,
        string topics = ""
    )
    {
        db.RoleHoldings.Add(
            new RoleHolding
            {
                PersonId = person.Id,
                OrganisationId = organisation.Id,
                Role = role,
                VillageId = village?.Id,
                Topics = topics,
                From = today.AddYears(-1),
                To = to,
            }
        );
        db.Journal.Add(
            JournalEntry.General(
                PlacesVerbs.RoleGiven,
                new Actor(null, null, null, Channel.Web, now, today),
                ("person", person.Id),
                ("role", role),
                ("organisation", organisation.Id)
            )
        );
    }
}
