using Brink.Features.Accounts;
using Brink.Features.Agreements;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Agreements;

/// <summary>A municipality and the association of a village at one table, with who may sign and who writes.</summary>
internal sealed record Table(BrinkHost Host, TestData Data, Place Place, Person Officer, Person Alderman)
{
    public const string Words = "# Artikel 1. Praten\nWij bellen elkaar.\n\n# Artikel 2. Geld\nWij delen de kosten.";

    public static async Task<Table> LayAsync(BrinkHost host)
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        return new Table(
            host,
            data,
            place,
            await data.HolderAsync(Role.PolicyOfficer, place.Municipality),
            await data.HolderAsync(Role.ExecutiveMember, place.Municipality)
        );
    }

    public Actor Writing() => Data.Now(Officer.Id) with { OnBehalfOfId = Place.Municipality.Id };

    /// <param name="signing">It goes round already.</param>
    public Task<Agreement> AgreementAsync(bool signing = true, string title = "Convenant met het dorp") =>
        Data.SaveAsync(db =>
        {
            var actor = Writing();
            var agreement = Agreement.Draft(AgreementKind.Covenant, title, Place.Municipality.Id, null, null, actor);
            Assert.True(agreement.BringTogether([Place.Association.Id], actor).Succeeded);
            Assert.True(agreement.Write(Words, actor).Succeeded);
            Assert.True(!signing || agreement.SendRound(actor).Succeeded);
            db.Agreements.Add(agreement);
            return Task.FromResult(agreement);
        });

    public Task ChangeAsync(long id, Func<Agreement, Outcome> act) =>
        Host.DbAsync(async db =>
        {
            Assert.True(act(await db.Agreements.Whole().SingleAsync(a => a.Id == id)).Succeeded);
            await db.SaveChangesAsync();
        });

    public Task<Agreement> NowAsync(long id) =>
        Host.DbAsync(db => db.Agreements.AsNoTracking().Whole().SingleAsync(a => a.Id == id));

    public Outcome Sign(Agreement agreement, Person person, Organisation party)
    {
        var actor = Data.Now(person.Id) with { OnBehalfOfId = party.Id };
        return agreement.Answer(
            agreement.Open!.Number,
            party.Id,
            agreement.Open.Current(party.Id)?.Turn ?? 0,
            AnswerKind.Signs,
            "",
            new Contribution
            {
                ByPersonId = person.Id,
                OnBehalfOfId = party.Id,
                At = actor.At,
            },
            actor
        );
    }

    public string Address(Agreement agreement) => AgreementLinks.Show(agreement.Id, agreement.Subject.Slug);
}
