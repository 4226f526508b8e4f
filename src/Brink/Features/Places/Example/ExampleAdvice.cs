using Brink.Features.Accounts;
using Brink.Features.Advice;
using Brink.Features.Dossiers;
using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>Advice that never was, one asked and one unasked; each says in its title that it is an example.</summary>
internal sealed class ExampleAdvice(BrinkDb db, ExamplePlaces places, ExamplePeople people, DateOnly today)
{
    private Person Officer => people["Beleidsadviseur verkeer"];

    public async Task AddAsync(CancellationToken cancellation)
    {
        var plan = await db
            .Dossiers.Include(d => d.Subject)
            .Where(d => d.State == DossierState.Open)
            .OrderBy(d => d.Id)
            .FirstAsync(cancellation);
        var villages = await db
            .SubjectVillages.Where(v => v.SubjectId == plan.Id)
            .Select(v => v.VillageId)
            .ToArrayAsync(cancellation);
        var official = Office(50);
        var asked = AdviceCase.Ask(
            new AdviceAsking(
                "Voorbeeld: advies over langzamer rijden",
                "Welke wegen moeten **eerst**, en waarom die?",
                "Er is geld voor tien wegen. De wegen van de provincie horen er niet bij.",
                today.AddDays(-20)
            ),
            places.Umbrella.Id,
            villages,
            plan,
            Contribution.To(plan.Subject, official, nameIsPublic: true),
            official,
            isExample: true
        );
        db.Advices.Add(asked);
        Must(
            asked.Write(
                "Wij vroegen het onze leden op de vergadering.",
                [
                    "Begin bij de scholen.",
                    "Maak de weg ook smaller: een bord alleen helpt niet.",
                    "Doe alle tien de wegen in één jaar.",
                ],
                Board(30)
            )
        );
        Give(asked, WorkingDays.Add(today, -2), Board(28));
        await db.SaveChangesAsync(cancellation);
        var answering = Office(6);
        PointVerdict[] verdicts = [PointVerdict.TakenOver, PointVerdict.Partly, PointVerdict.NotTaken];
        string[] because =
        [
            "daar lopen de meeste kinderen. Wij beginnen in het voorjaar.",
            "dat kan op zes van de tien wegen. Op de andere rijdt de bus.",
            "er zijn te weinig mensen om het werk in één jaar te doen.",
        ];
        Must(
            asked.WriteAnswer(
                new AnswerWords(
                    "Dank voor dit advies.",
                    "",
                    [.. asked.Points.Select(p => new PointAnswer(p.Id, verdicts[p.Number - 1], because[p.Number - 1]))]
                ),
                answering
            )
        );
        Must(asked.GiveAnswer(Contribution.To(asked.Subject, answering, nameIsPublic: true), answering));

        var unasked = AdviceCase.Begin(
            "Voorbeeld: advies over lege winkels",
            places.Umbrella.Id,
            villages.Take(3),
            null,
            null,
            ["Laat dorpen een lege winkel een jaar gratis gebruiken.", "Wijs één ambtenaar aan die hierbij helpt."],
            Board(15),
            isExample: true
        );
        db.Advices.Add(unasked);
        Must(
            unasked.Write(
                "In drie dorpen staat een winkel al een jaar leeg.",
                [.. unasked.Points.Select(p => p.Text)],
                Board(14)
            )
        );
        Give(unasked, WorkingDays.Add(today, 25), Board(12));
        await db.SaveChangesAsync(cancellation);
    }

    private void Give(AdviceCase advice, DateOnly answerBy, Actor actor) =>
        Must(
            advice.Give(
                advice.Revision,
                new ServiceTerms(places.Municipality.Id, null, answerBy, answerBy),
                null,
                Contribution.To(advice.Subject, actor),
                actor
            )
        );

    private Actor Office(int daysAgo) => ExampleStory.Doing(today, Officer, daysAgo, 10, places.Municipality.Id);

    private Actor Board(int daysAgo) =>
        ExampleStory.Doing(today, people["Voorzitter Dorpenoverleg"], daysAgo, 20, places.Umbrella.Id);

    private static void Must(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException("The example tells what can't be: " + outcome.Refusals[0].Message);
        }
    }
}
