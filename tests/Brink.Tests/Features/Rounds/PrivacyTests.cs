using System.Net;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Rounds;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>Who must not learn a name, read words meant for one person, or speak for another.</summary>
public sealed class PrivacyTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task ANameThatWasNotMadePublic_IsReadByNobodyElse_OfficersAndHelpersIncluded()
    {
        var made = await RoundsMade.WithAsync(host);
        var stranger = await made.Data.PersonAsync("Mevrouw Geheim");
        var helper = made.Place.ContactPerson;
        var said = await made.SaidAsync(stranger, "Te hard.", enteredBy: helper.Id);
        await made.Data.SaveAsync(async db =>
        {
            var entered = await db.Contributions.SingleAsync(c => c.Id == said.Contribution!.Id);
            entered.EnteredForId = made.Place.Association.Id;
            return true;
        });
        var address = RoundLinks.Reaction(made.DossierId, made.RoundId, said.Id);

        foreach (var reader in new[] { made.Officer, helper })
        {
            var page = await host.Browser(reader).OpenAsync(address);
            Assert.DoesNotContain("Mevrouw Geheim", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains(
            "Mevrouw Geheim",
            (await host.Browser(stranger).OpenAsync(address)).Text,
            StringComparison.Ordinal
        );
        var answer = await made.TakenUpAsync(said.Id);
        using var _ = made.Closed();
        await made.AnsweredAsync(answer);
        // This person hears by mail: nobody needs the telephone number.
        await host.Browser(helper)
            .OpenAsync(RoundLinks.Tell(made.DossierId, made.RoundId, said.Id), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoEnteredAReaction_HasNothingToSayOverIt_OnceTheRoleEnded()
    {
        var made = await RoundsMade.WithAsync(host);
        var helper = await made.Data.HolderAsync(Role.Secretary, made.Place.Association);
        var said = await made.SaidAsync(await made.Data.PersonAsync(), enteredBy: helper.Id);
        await made.Data.SaveAsync(async db =>
        {
            (await db.Contributions.SingleAsync(c => c.Id == said.Contribution!.Id)).EnteredForId = made.Place
                .Association
                .Id;
            return true;
        });
        var address = RoundLinks.Reaction(made.DossierId, made.RoundId, said.Id);
        await host.Browser(helper).OpenAsync(address);

        await made.Data.SaveAsync(async db =>
        {
            var held = await db.RoleHoldings.SingleAsync(h => h.PersonId == helper.Id);
            held.TakeAway(made.Data.Now().Today, othersAdminister: true);
            return true;
        });

        await host.Browser(helper).OpenAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ABoardMember_EntersForTheOwnAssociation_AndNotForAnother()
    {
        var made = await RoundsMade.WithAsync(host);
        var other = await made.Data.PlaceAsync();
        string[] Offered(TestBrowser page) =>
            [.. page.Page.QuerySelectorAll("select[name=ForAssociation] option").Select(o => o.TextContent.Trim())];

        var board = await host.Browser(made.Place.ContactPerson)
            .OpenAsync(RoundLinks.Enter(made.DossierId, made.RoundId));
        var liaison = await host.Browser(made.Place.Liaison).OpenAsync(RoundLinks.Enter(made.DossierId, made.RoundId));

        Assert.Contains(made.Place.Association.Name, Offered(board));
        Assert.DoesNotContain(other.Association.Name, Offered(board));
        Assert.Contains(other.Association.Name, Offered(liaison));
    }

    [Fact]
    public async Task WordsForOnePerson_OfAnAnswerThatIsNotGiven_AreNotToldAtTheNextStage()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync();
        var said = await made.SaidAsync(person);
        var answer = await made.TakenUpAsync(said.Id);
        var officer = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));
        await officer.SubmitAsync(
            "Bewaar deze woorden",
            fields: [($"Alleen aan {RoundWords.NumberOf(said.Id)}", "Uw heg mag blijven.")]
        );

        var became = await host.DbAsync(db =>
            db.BecameAsync(made.DossierId, [person.Id], made.Data.Now().Today, 10, default)
        );

        Assert.Equal("", Assert.Single(became).OwnWords);
    }

    [Fact]
    public async Task WordsForOnePerson_AreReadByAColleagueToo()
    {
        var made = await RoundsMade.WithAsync(host);
        var said = await made.SaidAsync(await made.Data.PersonAsync());
        var answer = await made.OfferedAsync(await made.TakenUpAsync(said.Id));
        var colleague = await host.Browser(made.Colleague)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));

        var officer = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));
        await officer.SubmitAsync(
            "Bewaar deze woorden",
            fields: [($"Alleen aan {RoundWords.NumberOf(said.Id)}", "Uw heg mag blijven.")]
        );
        await colleague.SubmitAsync("Geef dit antwoord", HttpStatusCode.BadRequest);

        Assert.Equal(ReactionState.Standing, (await made.ReactionAsync(said.Id)).State);
    }
}
