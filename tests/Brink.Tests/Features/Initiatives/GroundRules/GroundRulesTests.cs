using System.Net;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Places;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Initiatives.GroundRules;

/// <summary>Rules are proposed, answered and read by those who agree on them, and read by everybody (I2, I4).</summary>
public sealed class GroundRulesTests(BrinkHost host) : RulesOfOneInitiative(host)
{
    [Fact]
    public async Task Propose_GivesAReceiptThatSaysWhoAnswers()
    {
        var browser = await ProposeAsync(Initiator, "Wij als bewoners beslissen.");

        Assert.Equal("Uw voorstel is verstuurd", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "De gemeente: aanvaardt, weigert of vraagt om te praten.",
            browser.Text,
            StringComparison.Ordinal
        );
        var visitor = await Host.Browser().OpenAsync(RulesPage);
        Assert.Contains("Voorgesteld: versie 1", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("De gemeente: Nog geen antwoord", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Er is nog niets afgesproken", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Er ligt een voorstel: versie 1.", (await VisitAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OwnerType.Community, "De gemeente stuurt niet.")]
    [InlineData(OwnerType.CommunityWithPartner, "De gemeente beslist alleen over wat zij zelf bijdraagt.")]
    [InlineData(OwnerType.PartnerWithResidents, "Zij vraagt de bewoners eerst om hun mening")]
    [InlineData(OwnerType.Partner, "De gemeente beslist en voert het uit.")]
    public async Task Propose_BeginsWithTheTextThatFitsTheOwner(OwnerType owner, string deciding)
    {
        var browser = await OpenAsync(Initiator, $"{Propose}?Owner={owner}&ForPhase=alle");

        Assert.Contains(deciding, browser.Page.QuerySelector("#Deciding")!.TextContent, StringComparison.Ordinal);
        Assert.All(
            Enum.GetNames<RulesPart>(),
            part => Assert.NotEmpty(browser.Page.QuerySelector("#" + part)!.TextContent.Trim())
        );
    }

    [Fact]
    public async Task Rules_HoldWhenBothAccepted_AndWhoseItIsWithThem()
    {
        await ProposeAsync(Initiator, "Wij beslissen samen.", "Van bewoners, met hulp");
        Assert.Null(await OwnerAsync());

        await AcceptAsync(Place.Liaison);

        var visitor = await Host.Browser().OpenAsync(RulesPage);
        Assert.Contains("Wat nu geldt voor alle fasen", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Wij beslissen samen.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(OwnerType.CommunityWithPartner, await OwnerAsync());
        Assert.Contains(
            "Van bewoners, met hulp. Bewoners beslissen.",
            (await VisitAsync()).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await CountAsync(GroundRulesVerbs.CameIntoForce));
    }

    [Fact]
    public async Task AChange_ShowsInWordsWhatWasAddedAndTakenAway_AndTheOldHoldsMeanwhile()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Initiators, Parts("Wij beslissen over het geld."));
        await AcceptDirectlyAsync(RulesPartyKind.Municipality);

        await ProposeAsync(Place.Liaison, "Wij beslissen over de grond.");

        var visitor = await Host.Browser().OpenAsync(RulesPage);
        Assert.Contains("weggehaald: het geld", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("toegevoegd: de grond", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Wat nu geldt voor alle fasen", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(RulesState.InForce, (await VersionsAsync())[0].State);

        await AcceptAsync(Initiator);

        Assert.Equal([RulesState.Superseded, RulesState.InForce], (await VersionsAsync()).Select(v => v.State));
        var old = await Host.Browser().OpenAsync(InitiativeLinks.GroundRules(Initiative.Id, 1));
        Assert.Contains("Wij beslissen over het geld.", old.Text, StringComparison.Ordinal);
        Assert.Contains("Gold eerder", old.Text, StringComparison.Ordinal);
        var @new = await Host.Browser().OpenAsync(InitiativeLinks.GroundRules(Initiative.Id, 2));
        Assert.Contains("Wat er anders is dan in versie 1", @new.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusing_NeedsNoReason_AndLeavesEverythingAsItIs()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Municipality, owner: OwnerType.Partner);
        var browser = await OpenAsync(Initiator, Answer);

        await browser.SubmitAsync("Geef dit antwoord", fields: ("Wij aanvaarden ze niet", "ja"));

        Assert.Equal(RulesState.Refused, Assert.Single(await VersionsAsync()).State);
        Assert.Null(await OwnerAsync());
        Assert.Contains("Geweigerd", (await Host.Browser().OpenAsync(RulesPage)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusing_WithAReason_ShowsIt()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Municipality);
        var browser = await OpenAsync(Initiator, Answer);

        await browser.SubmitAsync(
            "Geef dit antwoord",
            fields: [("Wij aanvaarden ze niet", "ja"), ("Uw toelichting", "Dit is te veel werk.")]
        );

        var version = await Host.Browser().OpenAsync(InitiativeLinks.GroundRules(Initiative.Id, 1));
        Assert.Contains("Dit is te veel werk.", version.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskingToTalk_KeepsTheProposalOpen_AndSaysWhenAndHow()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Municipality);
        var browser = await OpenAsync(Initiator, Answer);
        await browser.SubmitAsync(
            "Geef dit antwoord",
            HttpStatusCode.BadRequest,
            ("Wij willen er eerst over praten", "ja")
        );
        Assert.Contains("Schrijf wanneer en hoe u wilt praten.", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(
            "Geef dit antwoord",
            fields: [("Wij willen er eerst over praten", "ja"), ("Uw toelichting", "Dinsdag in het dorpshuis.")]
        );

        var visitor = await Host.Browser().OpenAsync(RulesPage);
        Assert.Contains("De initiatiefnemers: Wil praten", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Dinsdag in het dorpshuis.", visitor.Text, StringComparison.Ordinal);
        await AcceptAsync(Initiator);
        Assert.Equal(RulesState.InForce, Assert.Single(await VersionsAsync()).State);
    }

    [Fact]
    public async Task WhoProposed_TakesItBack_AndCannotAnswerItself()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);
        var browser = await OpenAsync(Initiator, Answer);
        Assert.Null(browser.Page.QuerySelector("input[name=Kind]"));

        await browser.SubmitAsync("Trek het voorstel in");

        Assert.Equal(RulesState.Withdrawn, Assert.Single(await VersionsAsync()).State);
    }

    [Fact]
    public async Task SomethingElseInstead_ReplacesTheProposal()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Municipality, Parts("De gemeente beslist."));

        var browser = await OpenAsync(Initiator, Propose);
        await browser.SubmitAsync("Verder", fields: ("Van bewoners", "ja"));
        await browser.SubmitAsync("Bekijk het voorstel", fields: ("Wie beslist?", "Wij beslissen."));
        Assert.Contains("Uw voorstel komt in de plaats van versie 1.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Stel dit voor");

        Assert.Equal([RulesState.Refused, RulesState.Proposed], (await VersionsAsync()).Select(v => v.State));
    }

    [Fact]
    public async Task ACheckThatIsNotRight_KeepsEveryWord()
    {
        var browser = await OpenAsync(Initiator, Propose);
        await browser.SubmitAsync("Verder", fields: ("Van bewoners", "ja"));
        await browser.SubmitAsync(
            "Bekijk het voorstel",
            HttpStatusCode.BadRequest,
            ("Wie beslist?", ""),
            ("Wat staat vast?", "Het pad blijft open.")
        );
        Assert.Contains("Schrijf wie er beslist.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Het pad blijft open.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Bekijk het voorstel", fields: ("Wie beslist?", "Wij."));

        await browser.SubmitAsync("Nog iets aanpassen");

        Assert.Equal("Het pad blijft open.", browser.Page.QuerySelector("#Fixed")!.TextContent.Trim());
        Assert.Empty(await VersionsAsync());
    }

    [Fact]
    public async Task RulesForOnePhase_HoldInThatPhase_AndWhoseItIsFollows()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Initiators, owner: OwnerType.Community);
        await AcceptDirectlyAsync(RulesPartyKind.Municipality);
        await ProposeDirectlyAsync(RulesPartyKind.Initiators, owner: OwnerType.Partner, phase: Phase.Doing);
        await AcceptDirectlyAsync(RulesPartyKind.Municipality);
        Assert.Equal(OwnerType.Community, await OwnerAsync());

        var browser = await OpenAsync(Initiator, "fase");
        await browser.SubmitAsync("Bewaar", fields: ("Uitvoeren", "ja"));
        Assert.Equal(OwnerType.Partner, await OwnerAsync());

        var back = await OpenAsync(Initiator, "fase");
        await back.SubmitAsync("Bewaar", fields: ("Plan maken", "ja"));
        Assert.Equal(OwnerType.Community, await OwnerAsync());
        Assert.Contains(
            "Wat nu geldt voor de fase 'Uitvoeren'",
            (await Host.Browser().OpenAsync(RulesPage)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AnotherOrganisation_MustAcceptToo_AndMayLeave()
    {
        var welfare = await Data.OrganisationAsync(OrganisationKind.Welfare);
        var worker = await Data.HolderAsync(Role.CommunityWorker, welfare);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Host.Browser(worker).AskAsync(InitiativeLinks.AnswerRules(Initiative.Id))).StatusCode
        );
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);

        var browser = await OpenAsync(Place.Liaison, "spelregels/partijen");
        await browser.SubmitAsync("Vraag deze organisatie", fields: ("Welke organisatie?", welfare.Name));
        await AcceptAsync(Place.Liaison);
        Assert.Equal(RulesState.Proposed, Assert.Single(await VersionsAsync()).State);

        await AcceptAsync(worker);
        Assert.Equal(RulesState.InForce, Assert.Single(await VersionsAsync()).State);

        await ProposeDirectlyAsync(RulesPartyKind.Initiators, Parts("Anders."));
        await AcceptDirectlyAsync(RulesPartyKind.Municipality);
        var leaving = await OpenAsync(worker, "spelregels/partijen");
        await leaving.SubmitAsync("Is geen partij meer: " + welfare.Name);

        Assert.Equal(RulesState.InForce, (await VersionsAsync())[1].State);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Host.Browser(worker).AskAsync(InitiativeLinks.AnswerRules(Initiative.Id))).StatusCode
        );
    }

    [Fact]
    public async Task AColleague_SpeaksForTheMunicipality_AndAnOtherOfficialDoesNot()
    {
        var colleague = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        await ChangeAsync(i => i.BringIn(colleague.Id, "", Data.Now()));
        var official = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Host.Browser(official).AskAsync(InitiativeLinks.AnswerRules(Initiative.Id))).StatusCode
        );
        await AcceptAsync(colleague);

        Assert.Equal(RulesState.InForce, Assert.Single(await VersionsAsync()).State);
    }

    [Fact]
    public async Task AnOfficialWhoCarriesIt_DoesNotAgreeWithHimself()
    {
        await ChangeAsync(i =>
        {
            i.Initiators.Add(new Initiator { PersonId = Place.Liaison.Id, Since = Data.Now().Today });
            i.Subject.Happened(InitiativeVerbs.Edited, Data.Now());
        });
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);

        var browser = await OpenAsync(Place.Liaison, Answer);

        Assert.Contains("U spreekt voor: De initiatiefnemers.", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("input[name=Kind]"));
    }

    [Fact]
    public async Task Waiting_StandsOnMijnBrinkOfWhoMustAnswer_UntilAnswered()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);
        var title = $"Een voorstel over '{Initiative.Subject.Title}'";

        Assert.Contains(title, (await Host.Browser(Place.Liaison).OpenAsync("/mijn")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await Host.Browser(Initiator).OpenAsync("/mijn")).Text, StringComparison.Ordinal);
        await AcceptAsync(Place.Liaison);

        Assert.DoesNotContain(
            title,
            (await Host.Browser(Place.Liaison).OpenAsync("/mijn")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rules_OfWhatIsNotPublic_AreNotRead()
    {
        var unconfirmed = await Data.UnconfirmedInitiativeAsync(Place, Initiator);

        await Host.Browser().OpenAsync(InitiativeLinks.GroundRules(unconfirmed.Id), HttpStatusCode.NotFound);
        await Host.Browser().OpenAsync(InitiativeLinks.GroundRules(unconfirmed.Id, 1), HttpStatusCode.NotFound);
    }
}
