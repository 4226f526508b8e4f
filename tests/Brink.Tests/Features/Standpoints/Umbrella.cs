using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Standpoints;

/// <summary>An umbrella with its members, and a standpoint at any stage.</summary>
internal sealed record Umbrella(
    BrinkHost Host,
    TestData Data,
    Organisation Organisation,
    Person Chair,
    Person Secretary,
    IReadOnlyList<Place> Members
)
{
    public static readonly Wording Words = new(
        "De bus blijft rijden",
        "Zonder bus komt niemand meer op school.",
        "Houd de lijn open."
    );

    /// <summary>With so many new places whose associations are members.</summary>
    public static async Task<Umbrella> WithAsync(BrinkHost host, int members)
    {
        var data = new TestData(host);
        var places = new List<Place>();
        for (var number = 0; number < members; number++)
        {
            places.Add(await data.PlaceAsync());
        }

        return await OfAsync(host, places);
    }

    public static async Task<Umbrella> OfAsync(BrinkHost host, IReadOnlyList<Place> members)
    {
        var data = new TestData(host);
        var umbrella = await data.OrganisationAsync(OrganisationKind.Umbrella);
        await data.SaveAsync(db =>
        {
            db.Memberships.AddRange(
                members.Select(m => new Membership { OrganisationId = m.Association.Id, UmbrellaId = umbrella.Id })
            );
            return Task.FromResult(true);
        });
        return new Umbrella(
            host,
            data,
            umbrella,
            await data.HolderAsync(Role.Chair, umbrella),
            await data.HolderAsync(Role.Secretary, umbrella),
            members
        );
    }

    public Actor Board(Person? person = null) => Data.Now((person ?? Chair).Id) with { OnBehalfOfId = Organisation.Id };

    public Actor For(Place member) => Data.Now(member.ContactPerson.Id) with { OnBehalfOfId = member.Association.Id };

    public async Task<Standpoint> DraftAsync(Wording? words = null) =>
        await Data.SaveAsync(db =>
        {
            var standpoint = Standpoint.Write(Organisation.Id, words ?? Words, By(Board()), Board());
            db.Standpoints.Add(standpoint);
            return Task.FromResult(standpoint);
        });

    /// <summary>Goes round for ten days.</summary>
    public async Task<Standpoint> SigningAsync(Wording? words = null)
    {
        var standpoint = await DraftAsync(words);
        await ChangeAsync(
            standpoint.Id,
            s => s.OpenSigning([.. Members.Select(m => m.Association.Id)], Data.Now().Today.AddDays(10), Board())
        );
        return standpoint;
    }

    public async Task<Standpoint> SentAsync()
    {
        var standpoint = await SigningAsync();
        foreach (var member in Members)
        {
            await ChangeAsync(standpoint.Id, s => React(s, member, Stance.Signed));
        }

        await ChangeAsync(standpoint.Id, s => s.Send(Terms(), [], Board()));
        return standpoint;
    }

    public ServiceTerms Terms() =>
        new(Members[0].Municipality.Id, null, Data.Now().Today.AddDays(7), Data.Now().Today.AddDays(42));

    public Brink.Platform.Outcome React(Standpoint standpoint, Place member, Stance stance, string words = "") =>
        standpoint.React(
            standpoint.OpenRound?.Id ?? 0,
            member.Association.Id,
            standpoint.OpenRound?.LastNumber(member.Association.Id) ?? 0,
            stance,
            words,
            Role.ContactPerson,
            By(For(member)),
            For(member)
        );

    public static Contribution By(Actor actor) =>
        new()
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            Channel = actor.Channel,
            At = actor.At,
        };

    public Task ChangeAsync(long id, Func<Standpoint, Brink.Platform.Outcome> change) =>
        Host.DbAsync(async db =>
        {
            Assert.True(change(await WholeAsync(db, id)).Succeeded);
            await db.SaveChangesAsync();
        });

    public Task<Standpoint> NowAsync(long id) => Host.DbAsync(db => WholeAsync(db, id));

    public static Task<Standpoint> WholeAsync(BrinkDb db, long id) =>
        db.Standpoints.Whole().SingleAsync(s => s.Id == id);

    public static string Address(Standpoint standpoint) => StandpointLinks.Show(standpoint.Id, standpoint.Subject.Slug);
}
