using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Requests;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Time;

namespace Brink.Features.Places.Example;

/// <summary>Standpoints and requests that never were; each says in its title that it is an example.</summary>
internal sealed class ExampleTogether(BrinkDb db, ExamplePlaces places, ExamplePeople people, DateOnly today)
{
    private Organisation[] Members =>
        [.. places.Associations.Values.Where(a => a.MemberOf.Count > 0).OrderBy(a => a.Id)];

    public async Task AddAsync(CancellationToken cancellation)
    {
        Write(
            2,
            "Voorbeeld: glasvezel ook in het buitengebied",
            "Thuiswerken en zorg op afstand lukken niet zonder **snel internet**. In de kernen is het er, daarbuiten niet.",
            "Maak met de aanbieders afspraken over de laatste huizen."
        );
        var signing = Write(
            15,
            "Voorbeeld: de bus blijft rijden",
            "Zonder bus komt niemand zonder auto meer op school, op het werk of bij de huisarts.",
            "- Houd de lijn open tot en met 2028.\n- Praat met ons over de haltes voordat u kiest."
        );
        Open(signing, 12, today.AddDays(14));
        var answered = Write(
            60,
            "Voorbeeld: één aanspreekpunt voor evenementen",
            "Voor één dorpsfeest bellen wij nu met vier afdelingen. Dat kost vrijwilligers avonden.",
            "Geef elk dorpsfeest één ambtenaar die alles regelt."
        );
        Open(answered, 55, WorkingDays.Add(today, -40));
        await db.SaveChangesAsync(cancellation);

        React(signing, 0, 10, Stance.Signed, "Bij ons rijdt na acht uur nu al niets.");
        React(signing, 1, 9, Stance.Dissented, "Een belbus past beter bij ons dorp.");
        React(answered, 0, 50, Stance.Signed, "");
        React(answered, 1, 49, Stance.Signed, "Wij hielpen graag bij het bedenken hiervan.");
        React(answered, 2, 48, Stance.Abstained, "Bij ons loopt het goed.");
        await db.SaveChangesAsync(cancellation);
        // The database counted the reactions on the round.
        await db.Entry(answered.OpenRound!).ReloadAsync(cancellation);

        Must(
            answered.Send(
                new ServiceTerms(places.Municipality.Id, null, WorkingDays.Add(today, -32), WorkingDays.Add(today, -9)),
                [],
                Board(39)
            )
        );
        var official = ExampleStory.Doing(today, people["Portefeuillehouder Dorpen"], 20, 11, places.Municipality.Id);
        Must(
            answered.Answer(
                "Ja. Vanaf januari belt u voor elk dorpsfeest met uw **dorpscontactambtenaar**. Die regelt de rest.",
                By(official),
                official
            )
        );
        Requests();
        await db.SaveChangesAsync(cancellation);
    }

    private void Requests()
    {
        Ask(0, 6, "Voorbeeld: meelezen met het verkeersplan", "Dan klopt het plan met wat u weet.", "Verkeer", 4);
        var declined = Ask(1, 30, "Voorbeeld: een avond over groen helpen voorbereiden", "U kent de zaal.", "Groen", 6);
        var no = Contact(1, 25);
        Must(declined.Decline("", By(no), no));
        var accepted = Ask(
            2,
            30,
            "Voorbeeld: rondleiding voor nieuwe raadsleden",
            "Zo leren zij de dorpen kennen.",
            "Griffie",
            3
        );
        var yes = Contact(2, 28);
        Must(accepted.Accept("Met plezier.", By(yes), yes));
    }

    private Standpoint Write(int daysAgo, string title, string text, string asks)
    {
        var actor = Board(daysAgo);
        var standpoint = Standpoint.Write(
            places.Umbrella.Id,
            new Wording(title, text, asks),
            By(actor),
            actor,
            isExample: true
        );
        db.Standpoints.Add(standpoint);
        return standpoint;
    }

    private void Open(Standpoint standpoint, int daysAgo, DateOnly closes) =>
        Must(standpoint.OpenSigning([.. Members.Select(member => member.Id)], closes, Board(daysAgo)));

    private void React(Standpoint standpoint, int member, int daysAgo, Stance stance, string words)
    {
        var actor = Contact(member, daysAgo);
        Must(
            standpoint.React(
                standpoint.OpenRound!.Id,
                Members[member].Id,
                0,
                stance,
                words,
                Role.ContactPerson,
                By(actor),
                actor
            )
        );
    }

    private VillageRequest Ask(int member, int daysAgo, string title, string why, string department, decimal hours)
    {
        var official = people["Beleidsadviseur verkeer"];
        var actor = ExampleStory.Doing(today, official, daysAgo, 9, places.Municipality.Id);
        var association = Members[member];
        var provenance = By(actor);
        provenance.NameIsPublic = true;
        var request = VillageRequest.Ask(
            new Asking(title, why, department, today.AddDays(7), today.AddDays(30), hours, official.Id),
            association.Id,
            association.Represents.Select(r => r.VillageId),
            places.Municipality.Id,
            provenance,
            actor,
            isExample: true
        );
        db.VillageRequests.Add(request);
        return request;
    }

    private Actor Board(int daysAgo) =>
        ExampleStory.Doing(today, people["Voorzitter Dorpenoverleg"], daysAgo, 10, places.Umbrella.Id);

    private Actor Contact(int member, int daysAgo)
    {
        var association = Members[member];
        var contact = db
            .RoleHoldings.Local.First(h => h.OrganisationId == association.Id && h.Role == Role.ContactPerson)
            .PersonId;
        return ExampleStory.Doing(today, people.With(contact), daysAgo, 20, association.Id);
    }

    private static Contribution By(Actor actor) =>
        new()
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            Channel = actor.Channel,
            At = actor.At,
        };

    private static void Must(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException("The example tells what can't be: " + outcome.Refusals[0].Message);
        }
    }
}
