using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Initiatives.Support;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>
/// Support for one example initiative. Whoever backs it there has no name: nobody who lives is put into the example.
/// </summary>
internal static class ExampleSupport
{
    private const string Title = "Voorbeeld: beweegtuin in Hijken";

    public static async Task AddAsync(
        BrinkDb db,
        ExamplePlaces places,
        ExamplePeople people,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var initiative = await db.Subjects.SingleAsync(s => s.Title == Title, cancellation);
        var (home, elsewhere) = (places.Villages["Hijken"].Id, places.Villages["Hooghalen"].Id);
        var backers = Enumerable
            .Range(1, 24)
            .Select(number =>
                Person.WithMail(
                    "",
                    string.Create(CultureInfo.InvariantCulture, $"inwoner{number}@{ExamplePeople.MailDomain}"),
                    initiative.CreatedAt
                )
            )
            .ToArray();
        db.People.AddRange(backers);
        var answered = Voiced("Wordt het niet te druk met auto's bij het grasveld?", backers[0], home, 6);
        answered.AnswerWith(
            "De meeste mensen komen lopend of met de fiets. We zetten er een fietsenrek bij.",
            Concern.VersionOf(answered.Text),
            Of(ExampleStory.Doing(today, people["Initiatiefnemer Hijken"], 4, 20)),
            ExampleStory.Doing(today, people["Initiatiefnemer Hijken"], 4, 20)
        );
        Voiced("Blijft er plek voor het dorpsfeest op het veld?", backers[1], home, 2);
        var association = places.Associations["Dorpsbelangen Hijken"];
        var speaks = ExampleStory.Doing(today, people["Contactpersoon Hijken"], 5, 19, association.Id);
        var endorsement = Endorsement.Of(initiative.Id, association.Id);
        endorsement.Back("Op onze ledenavond was bijna iedereen voor. Wij helpen met de klusochtenden.", speaks);
        db.Endorsements.Add(endorsement);
        initiative.Happened(EndorsementVerbs.Given, speaks, ("organisation", association.Id));
        await db.SaveChangesAsync(cancellation);
        for (var number = 0; number < backers.Length; number++)
        {
            await Backings.BackAsync(
                db,
                initiative.Id,
                new BackingChoice(number % 6 == 5 ? elsewhere : home, false),
                ExampleStory.Doing(today, backers[number], 6 - (number / 5), 10 + (number % 10)),
                cancellation
            );
        }

        Concern Voiced(string text, Person by, long village, int daysAgo)
        {
            var actor = ExampleStory.Doing(today, by, daysAgo, 18);
            var concern = Concern.Voice(initiative.Id, 1, text, village, Of(actor), actor, isKnown: true);
            db.Concerns.Add(concern);
            db.Journal.Add(JournalEntry.Beside(initiative.Id, ConcernVerbs.Voiced, actor, ("concern", concern.Id)));
            return concern;
        }

        Contribution Of(Actor actor) =>
            new()
            {
                MunicipalityId = db.TenantId,
                SubjectId = initiative.Id,
                ByPersonId = actor.PersonId,
                Channel = actor.Channel,
                At = actor.At,
            };
    }
}
