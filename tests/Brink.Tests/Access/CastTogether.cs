using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Requests;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Tests.Features.Requests;
using Brink.Tests.Features.Standpoints;
using Brink.Tests.Support;

namespace Brink.Tests.Access;

/// <summary>What villages say together and what is asked of them, in each state in which it is seen otherwise.</summary>
internal static class CastTogether
{
    /// <summary>The association of the place is a member of the umbrella; the other associations are not.</summary>
    /// <param name="board">Who sits on the board of the umbrella.</param>
    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> StandpointsAsync(
        BrinkHost host,
        Place place,
        TestData elsewhere,
        Person board
    )
    {
        var umbrella = await Umbrella.OfAsync(host, [place]);
        await umbrella.Data.SaveAsync(db =>
        {
            db.RoleHoldings.Add(
                new RoleHolding
                {
                    PersonId = board.Id,
                    OrganisationId = umbrella.Organisation.Id,
                    Role = Role.BoardMember,
                    From = umbrella.Data.Now().Today,
                }
            );
            return Task.FromResult(true);
        });
        var organisation = await elsewhere.OrganisationAsync(OrganisationKind.Umbrella);
        var foreign = await elsewhere.SaveAsync(async db =>
        {
            var actor = elsewhere.Now() with { OnBehalfOfId = organisation.Id };
            var standpoint = Standpoint.Write(organisation.Id, Umbrella.Words, Umbrella.By(actor), actor);
            db.Standpoints.Add(standpoint);
            await Task.CompletedTask;
            return standpoint;
        });
        var withdrawn = await umbrella.DraftAsync();
        await umbrella.ChangeAsync(withdrawn.Id, s => s.Withdraw(umbrella.Board()));
        return
        [
            .. new[]
            {
                ("draft", await umbrella.DraftAsync()),
                ("signing", await umbrella.SigningAsync()),
                ("sent", await umbrella.SentAsync()),
                ("withdrawn", withdrawn),
                ("foreign", foreign),
            }.Select(one => (one.Item1, one.Item2.Id, one.Item2.Subject.Slug)),
        ];
    }

    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> RequestsAsync(
        TestData data,
        Place place,
        TestData elsewhere,
        Place foreignPlace
    )
    {
        var declined = await RequestExamples.AskedAsync(data, place);
        await data.SaveAsync(async db =>
        {
            var actor = data.Now(place.ContactPerson.Id) with { OnBehalfOfId = place.Association.Id };
            var request = await db.VillageRequests.WholeAsync(declined.Id, default);
            var provenance = new Contribution { ByPersonId = actor.PersonId, At = actor.At };
            return request!.Decline("", provenance, actor);
        });
        return
        [
            .. new[]
            {
                ("asked", await RequestExamples.AskedAsync(data, place)),
                ("declined", declined),
                ("foreign", await RequestExamples.AskedAsync(elsewhere, foreignPlace)),
            }.Select(one => (one.Item1, one.Item2.Id, one.Item2.Subject.Slug)),
        ];
    }
}
