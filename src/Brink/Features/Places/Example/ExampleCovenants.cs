using Brink.Features.Agreements;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Places.Example;

/// <summary>
/// The covenants of 1999 and the social agreement that was begun: only what the municipality's own papers say of them
/// ('Dorpenbeleid 2020–2026', §2.2 and §2.4, and the report of the conference of 31 October). Their articles are not in
/// those papers, so they are not here.
/// </summary>
internal sealed class ExampleCovenants(BrinkDb db, ExamplePlaces places, ExamplePeople people, DateOnly today)
{
    public async Task AddAsync(CancellationToken cancellation)
    {
        var umbrella = db.Organisations.Local.First(o => o.Kind == OrganisationKind.Umbrella);
        var members = places.Associations.Values.Where(a => a.MemberOf.Count > 0).Select(a => a.Id).ToArray();
        var actor = ExampleStory.Doing(today, people["Portefeuillehouder Dorpen"], 30, 10, places.Municipality.Id);
        var old = Agreement.Draft(
            AgreementKind.Covenant,
            "Convenanten kleine dorpen van 1999",
            places.Municipality.Id,
            new DateOnly(1999, 1, 1),
            null,
            actor
        );
        Must(old.BringTogether([umbrella.Id, .. members], actor));
        Must(
            old.Write(
                """
                Deze convenanten staan op papier. De tekst is hier nog niet ingevoerd.

                # Waar ze over gaan
                - hoe gemeente en dorpen elkaar op de hoogte houden
                - dorpsbudgetten
                - contactpersonen
                - de kans om elkaar over en weer te beïnvloeden

                # Wie erbij kwamen
                Na 1999 kwamen er ook convenanten met vier organisaties in grotere dorpen. Samen gaat het om 34 dorpen.
                """,
                actor
            )
        );
        Must(old.Record("in 1999", new DateOnly(1999, 1, 1), actor));
        db.Agreements.Add(old);

        var next = Agreement.Draft(
            AgreementKind.SocialAgreement,
            "Voorbeeld: maatschappelijk akkoord voor de kleine dorpen",
            places.Municipality.Id,
            new DateOnly(today.Year + 1, 1, 1),
            new DateOnly(today.Year + 4, 12, 31),
            actor,
            isExample: true
        );
        Must(next.BringTogether([umbrella.Id], actor));
        Must(
            next.Write(
                """
                # De vraag
                Waar gaan wij ons de komende vier jaar samen voor inzetten? En hoe willen dorpen en gemeente zich inzetten voor de leefbaarheid?

                # Hoe het verder gaat
                Dit is een voorbeeld. De partijen vullen hier zelf in wat zij afspreken.
                """,
                actor
            )
        );
        Must(next.PlanEvaluation(new DateOnly(today.Year + 1, 11, 1), actor));
        Must(next.SendRound(actor));
        db.Agreements.Add(next);
        await db.SaveChangesAsync(cancellation);
    }

    private static void Must(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(outcome.Refusals[0].Message);
        }
    }
}
