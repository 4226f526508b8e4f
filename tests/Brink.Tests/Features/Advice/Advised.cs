using Brink.Features.Accounts;
using Brink.Features.Advice;
using Brink.Features.Advice.Acts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Advice;

/// <summary>An association and an official, and advice between them at any stage.</summary>
public sealed record Advised(BrinkHost Host, TestData Data, Place Place, Person Official)
{
    public static readonly string[] TwoPoints = ["Houd de lijn open.", "Praat met ons over de haltes."];

    public static async Task<Advised> AtAsync(BrinkHost host, TestData? data = null, Place? place = null)
    {
        data ??= new TestData(host);
        place ??= await data.PlaceAsync();
        return new Advised(host, data, place, await data.HolderAsync(Role.PolicyOfficer, place.Municipality));
    }

    public Actor Board() => Data.Now(Place.ContactPerson.Id) with { OnBehalfOfId = Place.Association.Id };

    public Actor Office() => Data.Now(Official.Id) with { OnBehalfOfId = Place.Municipality.Id };

    public Task<AdviceCase> AskedAsync(Dossier? about = null, string title = "De bus na acht uur") =>
        Data.SaveAsync(async db =>
        {
            var actor = Office();
            var dossier = about is null ? null : await db.Dossiers.SingleAsync(d => d.Id == about.Id);
            var advice = AdviceCase.Ask(
                new AdviceAsking(
                    title,
                    "Wat vindt u van de nieuwe tijden?",
                    "De provincie beslist in mei.",
                    actor.Today.AddDays(10)
                ),
                Place.Association.Id,
                [Place.Village.Id],
                dossier,
                new Contribution
                {
                    ByPersonId = actor.PersonId,
                    OnBehalfOfId = actor.OnBehalfOfId,
                    At = actor.At,
                    NameIsPublic = true,
                },
                actor
            );
            db.Advices.Add(advice);
            return advice;
        });

    public async Task<AdviceCase> WrittenAsync(Dossier? about = null)
    {
        var advice = await AskedAsync(about);
        await ChangeAsync(advice.Id, a => a.Write("Wij reizen allemaal met de bus.", TwoPoints, Board()));
        return advice;
    }

    public async Task<AdviceCase> GivenAsync(Dossier? about = null)
    {
        var advice = await WrittenAsync(about);
        await GiveAsync(advice.Id);
        return advice;
    }

    public async Task<AdviceCase> AnsweredAsync()
    {
        var advice = await GivenAsync();
        await ChangeAsync(advice.Id, a => a.WriteAnswer(Words(a, "omdat het kan"), Office()));
        await ChangeAsync(advice.Id, a => a.GiveAnswer(Contribution.To(a.Subject, Office()), Office()));
        return advice;
    }

    public static AnswerWords Words(AdviceCase advice, string because, string reason = "") =>
        new(
            "",
            reason,
            [
                .. advice.Points.Select(p => new PointAnswer(
                    p.Id,
                    p.Number == 1 ? PointVerdict.TakenOver : PointVerdict.NotTaken,
                    because
                )),
            ]
        );

    public Task GiveAsync(long id) =>
        Host.DbAsync(async db =>
        {
            var advice = await db.Advices.Whole().SingleAsync(a => a.Id == id);
            var given = await db.GiveAsync(
                advice,
                advice.Revision,
                Contribution.To(advice.Subject, Board()),
                Board(),
                default
            );
            Assert.True(given.Succeeded);
            await db.SaveChangesAsync();
        });

    public Task ChangeAsync(long id, Func<AdviceCase, Outcome> change) =>
        Host.DbAsync(async db =>
        {
            Assert.True(change(await WholeAsync(db, id)).Succeeded);
            await db.SaveChangesAsync();
        });

    public Task<AdviceCase> NowAsync(long id) => Host.DbAsync(db => WholeAsync(db, id));

    public static Task<AdviceCase> WholeAsync(BrinkDb db, long id) => db.Advices.Whole().SingleAsync(a => a.Id == id);

    public static string Address(AdviceCase advice) => AdviceLinks.Show(advice.Id, advice.Subject.Slug);
}
