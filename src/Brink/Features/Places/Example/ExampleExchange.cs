using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Features.Exchange.Experts;
using Brink.Features.Places.TailorMade;
using Brink.Features.Reach;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>Help, people who know, what suits a village and target groups; each says in its title that it is an example.</summary>
internal sealed class ExampleExchange(BrinkDb db, ExamplePlaces places, ExamplePeople people, DateOnly today)
{
    public async Task AddAsync(CancellationToken cancellation)
    {
        await AddHelpAsync(cancellation);
        await AddExpertsAsync(cancellation);
        AddWhatSuits();
        foreach (var (name, order) in AdministerModel.Proposed.Select((name, order) => (name, order)))
        {
            db.TargetGroups.Add(TargetGroup.Named(name, order));
        }
    }

    private async Task AddHelpAsync(CancellationToken cancellation)
    {
        var garden = await db
            .Initiatives.Where(i => i.Subject.Title == "Voorbeeld: beweegtuin in Hijken")
            .Select(i => (long?)i.Id)
            .FirstOrDefaultAsync(cancellation);
        var resident = people["Initiatiefnemer Hijken"];
        await HelpAsync(
            resident,
            "Hijken",
            new HelpWords(
                HelpDirection.Need,
                HelpKind.Hands,
                "Voorbeeld: helpen bij het zetten van de toestellen",
                "Een zaterdagochtend scheppen en sjouwen. Voor koffie wordt gezorgd.",
                6,
                WorkingDays.Add(today, 15),
                null,
                WorkingDays.Add(today, 15),
                garden
            ),
            null,
            cancellation
        );
        await HelpAsync(
            resident,
            "Hijken",
            new HelpWords(
                HelpDirection.Offer,
                HelpKind.Thing,
                "Voorbeeld: aanhanger te leen",
                "Een aanhanger met huif, voor een dag of een weekend.",
                1,
                null,
                null,
                WorkingDays.Add(today, 40),
                null
            ),
            null,
            cancellation
        );
        await HelpAsync(
            people["Contactpersoon Hijken"],
            "Hijken",
            new HelpWords(
                HelpDirection.Need,
                HelpKind.BoardMember,
                "Voorbeeld: wij zoeken een penningmeester",
                "Ongeveer een avond per maand. De vorige penningmeester werkt u in.",
                1,
                null,
                null,
                WorkingDays.Add(today, 60),
                null
            ),
            places.Associations["Dorpsbelangen Hijken"].Id,
            cancellation
        );
    }

    private async Task HelpAsync(
        Person by,
        string village,
        HelpWords words,
        long? onBehalfOf,
        CancellationToken cancellation
    )
    {
        var actor = ExampleStory.Doing(today, by, 3, 9, onBehalfOf);
        var help = Help.HandIn(words, [places.Villages[village].Id], By(actor), actor, isExample: true);
        await db.AddAsync(help, cancellation);
        help.Confirm(actor);
    }

    private async Task AddExpertsAsync(CancellationToken cancellation)
    {
        var worker = ExampleStory.Doing(today, people["Opbouwwerker"], 5, 10, places.Welfare.Id);
        var subsidies = Expert.Join(
            new ExpertWords(
                "Voorbeeld: opbouwwerker die fondsen kent",
                "fondsen, subsidies aanvragen, begroting",
                "Ik lees een aanvraag mee en weet welk fonds past. Ik schrijf de aanvraag niet zelf.",
                PreferredRoad.Meeting
            ),
            [],
            By(worker),
            worker,
            isExample: true
        );
        await db.AddAsync(subsidies, cancellation);
        var contact = ExampleStory.Doing(
            today,
            people["Contactpersoon Hijken"],
            4,
            10,
            places.Associations["Dorpsbelangen Hijken"].Id
        );
        var hall = Expert.Join(
            new ExpertWords(
                "Voorbeeld: vereniging die een speeltuin bouwde",
                "speeltoestellen, verzekering, keuring",
                "Hoe u toestellen laat keuren en wie het onderhoud doet.",
                PreferredRoad.Mail
            ),
            [places.Villages["Hijken"].Id, places.Villages["Hooghalen"].Id],
            By(contact),
            contact,
            isExample: true
        );
        await db.AddAsync(hall, cancellation);
    }

    private void AddWhatSuits()
    {
        var village = places.Villages["Hijken"];
        var actor = ExampleStory.Doing(
            today,
            people["Contactpersoon Hijken"],
            6,
            10,
            places.Associations["Dorpsbelangen Hijken"].Id
        );
        var suits = WhatSuits.Of(village);
        db.WhatSuits.Add(suits);
        suits.Record(
            new SuitingWords(
                [ReachChannel.Mail, ReachChannel.Meeting],
                HowOften.AtOnce,
                "Niet op dinsdagavond",
                "Voorbeeld: bel gerust, maar stuur plannen ook op papier."
            ),
            new Dictionary<long, InvolvementLevel>
            {
                [places.Themes["verkeer"].Id] = InvolvementLevel.Advise,
                [places.Themes["spelen-en-bewegen"].Id] = InvolvementLevel.CoCreate,
            },
            Contribution.To(village.Subject!, actor),
            actor
        );
    }

    private static Contribution By(Actor actor) =>
        new()
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            Channel = actor.Channel,
            At = actor.At,
        };
}
