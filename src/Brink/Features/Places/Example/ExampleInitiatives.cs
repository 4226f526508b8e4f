using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Budget;
using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Places.Example;

/// <summary>Initiatives that never were, in every state there is; each says in its title that it is an example.</summary>
internal sealed class ExampleInitiatives(
    BrinkDb db,
    Municipality settings,
    ExamplePlaces places,
    ExamplePeople people,
    DateOnly today
)
{
    public void Add()
    {
        ExerciseGarden();
        BookBox();
        PicnicTable();
        SafeCrossing();
        CommunityMeal();
        VegetableGarden();
        SharedCar();
        SolarRoof();
        OddJobs();
        FlowerVerge();
        OpenAirFilm();
        StoryWalk();
    }

    private void ExerciseGarden() =>
        Resident(
                "Hijken",
                "spelen-en-bewegen",
                14,
                "Voorbeeld: beweegtuin in Hijken",
                "Een paar stevige toestellen waar **oud en jong** samen kunnen bewegen, met een bankje erbij.",
                "Nu is er voor ouderen geen plek om buiten te bewegen. Samen bewegen is ook elkaar ontmoeten.",
                OwnerType.Community,
                "We zijn met zes buren. De gymclub van dinsdag doet ook mee.",
                "Op het grasveld midden in het dorp"
            )
            .TakenIn(12)
            .BroughtIn(11, people["Beleidsadviseur groen"], "Weet alles van het grasveld.")
            .Asked(11, "Hoeveel toestellen denkt u nodig te hebben, en wie houdt ze straks bij?")
            .Replied(9, "Vier toestellen. Het onderhoud doen we samen: twee keer per jaar een klusochtend.")
            .Needs(8, RequirementKind.Land, "Het grasveld is van de gemeente. Er komt een afspraak over het gebruik.")
            .Needs(8, RequirementKind.Insurance, "Wie is aansprakelijk bij een val? De gemeente zoekt dit uit.")
            .Promised(8, "De gemeente zoekt uit of de toestellen onder haar verzekering kunnen vallen.", 10)
            .MovedTo(7, Phase.ExploringSupport, "Inloopavond voor alle inwoners", 8, "De initiatiefnemers")
            .AgreedOnRules(6, OwnerType.CommunityWithPartner)
            .Budgeted(5, BudgetKind.Cost, "Voorbeeld: vier toestellen", 8400m)
            .Budgeted(5, BudgetKind.Cost, "Voorbeeld: bankje", 650m)
            .Budgeted(5, BudgetKind.Own, "Voorbeeld: opbrengst van de rommelmarkt", 500m)
            .Budgeted(5, BudgetKind.Hours, "Voorbeeld: grond klaarmaken", 60m)
            .Budgeted(4, BudgetKind.Source, "Voorbeeld: een dorpsfonds", 3000m, SourceState.Promised)
            .Budgeted(4, BudgetKind.Source, "Voorbeeld: een bedrijf uit het dorp", 1500m, SourceState.Asked)
            .Told(3, "We gingen langs de deuren. Van de 40 huizen doen er 31 mee. Dat is meer dan we hoopten.");

    private void BookBox()
    {
        var contact = people["Contactpersoon Hijken"];
        var association = places.Associations["Dorpsbelangen Hijken"];
        var actor = ExampleStory.Doing(today, people["Initiatiefnemer Hijken"], 1, 9) with
        {
            EnteredById = contact.Id,
            Channel = Channel.Telephone,
        };
        Story(
            "Hijken",
            "ontmoeten",
            1,
            "Voorbeeld: ruilkastje voor boeken in Hijken",
            "Een kastje aan de straat waar iedereen boeken mag brengen en halen.",
            "Niet iedereen kan naar de bibliotheek.",
            null,
            actor,
            enteredFor: association.Id
        );
    }

    private void PicnicTable() =>
        Resident(
                "Hooghalen",
                "groen-en-natuur",
                110,
                "Voorbeeld: picknicktafel langs het wandelpad bij Hooghalen",
                "Een tafel met twee banken, waar ook een rolstoel onder past.",
                "Wandelaars en inwoners willen onderweg even zitten.",
                OwnerType.Community,
                "Vier wandelaars",
                "Langs het wandelpad"
            )
            .TakenIn(107)
            .Needs(104, RequirementKind.Land, "Toestemming voor de plek. De gemeente regelt dit.", 96)
            .Answered(95, AnswerKind.Yes, "Ja. De plek is goed en u mag beginnen. Wij storten het puin onder de tafel.")
            .MovedTo(90, Phase.Plan, "Hout bestellen")
            .MovedTo(70, Phase.Doing, "Klusdag")
            .Told(40, "De tafel staat. Zaterdag hebben we er met twaalf mensen koffie gedronken.")
            .MovedTo(
                38,
                Phase.Done,
                lessons: "Vraag eerst wie de grond beheert: dat scheelde ons weken. Hardhout is duurder en gaat langer mee."
            );

    private void SafeCrossing() =>
        Resident(
                "Wijster",
                "verkeer",
                45,
                "Voorbeeld: veiliger oversteken in Wijster",
                "Een duidelijke oversteek met een versmalling van de weg.",
                "Kinderen en ouderen durven hier niet goed over te steken.",
                OwnerType.CommunityWithPartner,
                "Ouders uit drie straten",
                "In de dorpsstraat"
            )
            .TakenIn(42)
            .BroughtIn(41, people["Beleidsadviseur verkeer"], "Kijkt naar de weg en de borden.")
            .Asked(40, "Op welke tijden is het hier het drukst?")
            .Replied(37, "Tussen acht en negen uur en rond half vier. We hebben een week geteld.")
            .Needs(35, RequirementKind.Traffic, "De gemeente telt de auto's en de snelheid.", 22)
            .Answered(
                20,
                AnswerKind.YesIf,
                "Ja, mits de bewoners aan de weg ermee instemmen. Dan nemen wij het mee als de weg opnieuw wordt bestraat."
            )
            .MovedTo(16, Phase.Plan, "Bewoners aan de weg om hun mening vragen", 12, "Initiatiefnemers en gemeente")
            .Promised(16, "De gemeente maakt een schets van de oversteek.", -6);

    private void CommunityMeal() =>
        Resident(
                "Witteveen",
                "ontmoeten",
                75,
                "Voorbeeld: elke maand samen eten in Witteveen",
                "Een keer per maand koken we samen. Wie wil, schuift aan.",
                "Veel mensen eten elke dag alleen.",
                OwnerType.Community,
                "Een kookploeg van acht mensen",
                ""
            )
            .TakenIn(73)
            .Answered(
                68,
                AnswerKind.Yes,
                "Ja. Hier is niets van de gemeente voor nodig. We denken graag mee over vervoer."
            )
            .MovedTo(60, Phase.Doing, "Volgende maaltijd", 9, "De kookploeg")
            .Told(48, "De eerste keer zaten we met 23 mensen aan tafel.")
            .Told(6, "Vorige week 31 eters. Er is nu ook een rijder voor wie slecht loopt.");

    private void VegetableGarden() =>
        Resident(
            "Smilde",
            "groen-en-natuur",
            2,
            "Voorbeeld: buurtmoestuin in Smilde",
            "Een moestuin met tien bakken, op hoogte, zodat iedereen erbij kan.",
            "Samen tuinieren brengt de buurt bij elkaar.",
            null,
            "Tot nu toe vijf buren",
            "Op het lege veldje in de wijk"
        );

    private void SharedCar() =>
        Resident(
                "Westerbork",
                "energie",
                60,
                "Voorbeeld: deelauto in Westerbork",
                "Een elektrische auto die we met de buurt delen.",
                "Een tweede auto staat meestal stil.",
                OwnerType.PartnerWithResidents,
                "Zeven huishoudens",
                ""
            )
            .TakenIn(57)
            .Answered(
                42,
                AnswerKind.NoBecause,
                "Nee, want een vaste parkeerplek met laadpaal kan hier nu niet: het stroomnet heeft geen ruimte. Over een jaar kijken we opnieuw."
            )
            .MovedTo(35, Phase.Stopped, lessons: "Vraag eerst bij de netbeheerder of er ruimte is voor een laadpaal.");

    private void SolarRoof() =>
        Resident(
                "Elp",
                "energie",
                38,
                "Voorbeeld: samen zonnepanelen op een dak in Elp",
                "We leggen samen panelen op een groot dak en delen de stroom.",
                "Niet ieder huis heeft een geschikt dak.",
                OwnerType.CommunityWithPartner,
                "Negen huishoudens",
                ""
            )
            .TakenIn(34)
            .Asked(30, "Heeft u al met de eigenaar van het dak gesproken?")
            .Replied(28, "Ja, de eigenaar doet graag mee. We zoeken nog uit hoe we de kosten delen.")
            .MovedTo(25, Phase.ExploringSupport, "Wachten op het antwoord van de gemeente");

    private void OddJobs()
    {
        var association = places.Associations["Plaatselijk Belang Nieuw-Balinge"];
        var contact = people["Contactpersoon Nieuw-Balinge"];
        var actor = ExampleStory.Doing(today, contact, 52, 9, association.Id);
        Story(
                "Nieuw-Balinge",
                "zorg",
                52,
                "Voorbeeld: klussendienst voor ouderen in Nieuw-Balinge",
                "Vrijwilligers doen kleine klussen in huis en tuin voor wie dat zelf niet meer kan.",
                "Zo kunnen mensen langer in hun dorp blijven wonen.",
                OwnerType.CommunityWithPartner,
                actor,
                InitiatorKind.Association
            )
            .Confirmed(52, settings)
            .TakenIn(50)
            .Answered(44, AnswerKind.Yes, "Ja. Het welzijnswerk denkt mee over de verzekering van vrijwilligers.")
            .MovedTo(30, Phase.Funding, "Aanvraag voor gereedschap versturen", 5, "Plaatselijk Belang Nieuw-Balinge");
    }

    private void FlowerVerge()
    {
        var association = places.Associations["Dorpsbelangen Zwiggelte"];
        var contact = people["Contactpersoon Zwiggelte"];
        var actor = ExampleStory.Doing(today, contact, 18, 9, association.Id) with { Channel = Channel.Meeting };
        Story(
                "Zwiggelte",
                "groen-en-natuur",
                18,
                "Voorbeeld: bloemen in de berm bij Zwiggelte",
                "We zaaien inheemse bloemen in de berm en maaien minder vaak.",
                "Goed voor bijen en vlinders, en mooi om langs te fietsen.",
                OwnerType.Partner,
                actor,
                InitiatorKind.Association
            )
            .Confirmed(18, settings)
            .TakenIn(15)
            .BroughtIn(14, people["Beleidsadviseur groen"], "Gaat over het maaien.")
            .MunicipalityProposesOwner(10, OwnerType.PartnerWithResidents, "U zaait, wij passen het maaien aan.");
    }

    private void OpenAirFilm() =>
        Resident(
                "Witteveen",
                "cultuur",
                90,
                "Voorbeeld: openluchtfilm in Witteveen",
                "Een zomeravond met een film op een groot doek.",
                "Voor jong en oud, zonder naar de stad te hoeven.",
                OwnerType.Community,
                "Drie gezinnen",
                ""
            )
            .TakenIn(88)
            .Needs(86, RequirementKind.Permit, "Een melding voor een klein evenement is genoeg.", 80)
            .Answered(80, AnswerKind.Yes, "Ja. U hoeft alleen een melding te doen.")
            .MovedTo(55, Phase.Paused, "In het voorjaar weer oppakken", 80, "De initiatiefnemers");

    private void StoryWalk()
    {
        var association = places.Associations["Platform Beilen-West"];
        var contact = people["Contactpersoon Beilen-West"];
        var actor = ExampleStory.Doing(today, contact, 200, 9, association.Id);
        Story(
                "Beilen",
                "cultuur",
                200,
                "Voorbeeld: wandeling langs verhalen in Beilen",
                "Bordjes met verhalen van bewoners, in een ronde van drie kilometer.",
                "Nieuwe en oude bewoners leren zo hun wijk kennen.",
                OwnerType.Community,
                actor,
                InitiatorKind.Association
            )
            .Confirmed(200, settings)
            .TakenIn(197)
            .Answered(185, AnswerKind.Yes, "Ja. De bordjes mogen aan de lantaarnpalen.")
            .MovedTo(170, Phase.Doing, "Verhalen ophalen")
            .Told(120, "Er zijn 18 verhalen. De oudste verteller is 94.")
            .MovedTo(100, Phase.Done)
            .MovedTo(60, Phase.InUpkeep, "Bordjes schoonmaken in het voorjaar", 90, "Platform Beilen-West");
    }

    /// <summary>Handed in by a resident and confirmed the same day.</summary>
    private ExampleStory Resident(
        string village,
        string theme,
        int daysAgo,
        string title,
        string what,
        string why,
        OwnerType? owner,
        string companions,
        string placeNote
    )
    {
        var at = places.Villages[village];
        // A spot only where the idea has one; the heart of the village stands for it in an example.
        var hasSpot = placeNote.Length > 0;
        return ExampleStory
            .HandIn(
                db,
                today,
                places.Municipality,
                at,
                places.Themes[theme],
                people["Initiatiefnemer " + village],
                people.LiaisonOf(at),
                daysAgo,
                new Idea(
                    title,
                    what,
                    why,
                    owner,
                    InitiatorKind.Group,
                    "",
                    companions,
                    hasSpot ? at.Longitude : null,
                    hasSpot ? at.Latitude : null,
                    placeNote
                )
            )
            .Confirmed(daysAgo, settings);
    }

    private ExampleStory Story(
        string village,
        string theme,
        int daysAgo,
        string title,
        string what,
        string why,
        OwnerType? owner,
        Actor actor,
        InitiatorKind kind = InitiatorKind.Alone,
        long? enteredFor = null
    )
    {
        var at = places.Villages[village];
        return ExampleStory.HandIn(
            db,
            today,
            places.Municipality,
            at,
            places.Themes[theme],
            people.With(actor.PersonId!.Value),
            people.LiaisonOf(at),
            daysAgo,
            new Idea(title, what, why, owner, kind, "", "", null, null, ""),
            actor,
            enteredFor
        );
    }
}
