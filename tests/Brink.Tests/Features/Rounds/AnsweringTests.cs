using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Rounds;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>The officers' walk: taking up, grouping, writing, reading along, giving (C6).</summary>
public sealed class AnsweringTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task EqualReactions_AreAnsweredTogether_AfterAColleagueRead()
    {
        var made = await RoundsMade.WithAsync(host);
        var (one, two) = (await made.Data.PersonAsync(), await made.Data.PersonAsync());
        var first = await made.SaidAsync(one, "Te hard.");
        var second = await made.SaidAsync(two, "Veel te hard.");
        using var _ = made.Closed();
        var officer = await host.Browser(made.Officer).OpenAsync(made.Work);
        await officer.SubmitAsync("Pak de gekozen reacties op", HttpStatusCode.BadRequest);
        Assert.Contains("Kies eerst een of meer reacties.", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(
            "Pak de gekozen reacties op",
            fields: [Choose(first), Choose(second), ("Hoe noemt u dit antwoord?", "Snelheid")]
        );
        Assert.Contains("2 reacties horen hierbij", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(
            "Leg het voor aan een collega",
            HttpStatusCode.BadRequest,
            ("Deels overgenomen", "ja")
        );
        Assert.Contains("Schrijf op waarom", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(
            "Leg het voor aan een collega",
            fields: [("Deels overgenomen", "ja"), ("Omdat", "op de Hoofdweg kan het wel.")]
        );
        Assert.DoesNotContain("Geef dit antwoord", officer.Text, StringComparison.Ordinal);
        var colleague = await host.Browser(made.Colleague).OpenAsync(officer.Address);
        await colleague.SubmitAsync("Geef dit antwoord");

        Assert.Contains("Gegeven", colleague.Text, StringComparison.Ordinal);
        foreach (var (person, said) in new[] { (one, first), (two, second) })
        {
            var own = await host.Browser(person).OpenAsync(RoundLinks.Reaction(made.DossierId, made.RoundId, said.Id));
            Assert.Contains("op de Hoofdweg kan het wel.", own.Text, StringComparison.Ordinal);
            Assert.Contains(said.Text, own.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Colleague_SendsItBackWithARemark_AndNoResidentEverReadsThat()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync();
        var said = await made.SaidAsync(person);
        var answer = await made.OfferedAsync(await made.TakenUpAsync(said.Id));
        var colleague = await host.Browser(made.Place.Liaison)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));

        await colleague.SubmitAsync("Geef het terug", fields: [("Wat moet er anders?", "Korter graag.")]);

        var officer = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));
        Assert.Contains("Korter graag.", officer.Text, StringComparison.Ordinal);
        var own = await host.Browser(person).OpenAsync(RoundLinks.Reaction(made.DossierId, made.RoundId, said.Id));
        Assert.DoesNotContain("Korter graag.", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("daarom", own.Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(person).AskAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer))).StatusCode
        );
    }

    [Fact]
    public async Task OneOfAGroup_IsSplitOff_AndIsAnsweredApart()
    {
        var made = await RoundsMade.WithAsync(host);
        var first = await made.SaidAsync(await made.Data.PersonAsync());
        var second = await made.SaidAsync(await made.Data.PersonAsync());
        var answer = await made.TakenUpAsync(first.Id, second.Id);
        var officer = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));

        await officer.SubmitAsync($"Beantwoord {RoundWords.NumberOf(second.Id)} apart");

        Assert.Null((await made.ReactionAsync(second.Id)).AnswerId);
        Assert.Equal(answer, (await made.ReactionAsync(first.Id)).AnswerId);
        await officer.OpenAsync(made.Work);
        Assert.Contains("Kies " + RoundWords.NumberOf(second.Id), officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kies " + RoundWords.NumberOf(first.Id), officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnWords_AreForOnePersonAlone()
    {
        var made = await RoundsMade.WithAsync(host);
        var (one, two) = (await made.Data.PersonAsync(), await made.Data.PersonAsync());
        var (first, second) = (await made.SaidAsync(one), await made.SaidAsync(two));
        var answer = await made.TakenUpAsync(first.Id, second.Id);
        var officer = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));
        await officer.SubmitAsync(
            "Bewaar deze woorden",
            fields: [($"Alleen aan {RoundWords.NumberOf(first.Id)}", "Uw heg mag blijven.")]
        );
        using var _ = made.Closed();
        await made.AnsweredAsync(answer);

        string Address(Reaction said) => RoundLinks.Reaction(made.DossierId, made.RoundId, said.Id);
        Assert.Contains("Uw heg", (await host.Browser(one).OpenAsync(Address(first))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Uw heg",
            (await host.Browser(two).OpenAsync(Address(second))).Text,
            StringComparison.Ordinal
        );
        var visitor = await host.Browser().OpenAsync(RoundLinks.Report(made.DossierId, made.RoundId));
        Assert.DoesNotContain("Uw heg", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandedOver_WaitsForTheColleague_OnMijnBrink()
    {
        var made = await RoundsMade.WithAsync(host);
        var said = await made.SaidAsync(await made.Data.PersonAsync());
        var answer = await made.TakenUpAsync(said.Id);
        var officer = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));

        await officer.SubmitAsync("Geef het door", fields: [("Wie gaat hiermee verder?", made.Colleague.Name)]);

        var colleague = await host.Browser(made.Colleague).OpenAsync("/mijn");
        Assert.Contains("Een antwoord schrijven bij 'Dorpenbeleid 2027'", colleague.Text, StringComparison.Ordinal);
        await officer.OpenAsync("/mijn");
        Assert.DoesNotContain("Een antwoord schrijven", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_ShowWhatWaits_BySection_ByWho_AndByWords()
    {
        var made = await RoundsMade.WithAsync(host);
        await made.SaidAsync(await made.Data.PersonAsync(), "Over de bomen.", "Groen");
        await made.SaidAsync(await made.Data.PersonAsync(), "Over de weg.", "Verkeer");
        await made.SaidAsync(made.Place.ContactPerson, "Van de vereniging.", organisation: made.Place.Association.Id);
        var officer = host.Browser(made.Officer);

        await ExpectAsync(officer, made.Work, "Over de bomen.", "Over de weg.", "Van de vereniging.");
        await ExpectAsync(officer, made.Work + "?deel=3", "Over de bomen.");
        await ExpectAsync(officer, made.Work + "?wie=verenigingen", "Van de vereniging.");
        await ExpectAsync(officer, made.Work + "?zoek=WEG", "Over de weg.");
        await ExpectAsync(officer, made.Work + "?stand=klaar");
    }

    [Fact]
    public async Task WithoutAMailAddress_ItIsATask_ForWhoEnteredIt()
    {
        var made = await RoundsMade.WithAsync(host);
        var caller = await made.Data.SaveAsync(db =>
        {
            var person = Person.WithTelephone("Meneer Vos", "0593 111 222", host.Time.GetUtcNow());
            db.People.Add(person);
            return Task.FromResult(person);
        });
        var said = await made.SaidAsync(caller, enteredBy: made.Place.Liaison.Id);
        using var _ = made.Closed();
        await made.AnsweredAsync(await made.TakenUpAsync(said.Id));
        var liaison = await host.Browser(made.Place.Liaison).OpenAsync("/mijn");
        Assert.Contains("Vertel Meneer Vos het antwoord", liaison.Text, StringComparison.Ordinal);
        var address = RoundLinks.Tell(made.DossierId, made.RoundId, said.Id);
        await host.Browser(made.Officer).OpenAsync(address, HttpStatusCode.NotFound);

        await liaison.OpenAsync(address);
        Assert.Contains("het klopt wat u zegt.", liaison.Text, StringComparison.Ordinal);
        await liaison.SubmitAsync("Ja, ik heb het verteld");

        await liaison.OpenAsync("/mijn");
        Assert.DoesNotContain("Vertel Meneer Vos", liaison.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyThoseWhoAnswer_SeeTheWorkingList()
    {
        var made = await RoundsMade.WithAsync(host);

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(made.Place.ContactPerson).AskAsync(made.Work)).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await host.Browser(made.Place.Liaison).AskAsync(made.Work)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Browser().AskAsync(made.Work)).StatusCode);
    }

    private static (string, string) Choose(Reaction said) => ("Kies " + RoundWords.NumberOf(said.Id), "ja");

    private static async Task ExpectAsync(TestBrowser browser, string address, params string[] texts)
    {
        await browser.OpenAsync(address);
        string[] all = ["Over de bomen.", "Over de weg.", "Van de vereniging."];
        Assert.Equal(texts, all.Where(text => browser.Text.Contains(text, StringComparison.Ordinal)));
    }
}
