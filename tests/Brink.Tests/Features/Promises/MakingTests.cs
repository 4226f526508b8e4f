using System.Net;
using System.Text.Json;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Promises;

/// <summary>Promised by hand, by any party to any party: made, asked, answered, kept and released (G3).</summary>
public sealed class MakingTests(BrinkHost host) : PromisesByHand(host)
{
    [Fact]
    public async Task Promise_OfTheOwnParty_IsOpenAtOnce_AfterACheck()
    {
        using var browser = Host.Browser(Place.ContactPerson);
        await browser.OpenAsync($"/dorpen/{Place.Village.Id}-{Place.Village.Subject!.Slug}");
        await browser.OpenAsync(
            browser.Page.QuerySelector($"main a[href*='over={Place.Village.Id}']")!.GetAttribute("href")!
        );

        await browser.SubmitAsync(
            "Verder",
            fields:
            [
                ("Wie gaat het doen?", Association),
                ("Wat?", "De vereniging maait de brink"),
                ("Voor wie?", Municipality),
                ("Waar is dit gezegd?", "dorpsoverleg van 2 november"),
            ]
        );
        Assert.Contains("Klopt dit?", browser.Text, StringComparison.Ordinal);
        // Ten working days from Monday 2 November.
        Assert.Contains("maandag 16 november 2026", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Aanpassen");
        Assert.Equal(
            "De vereniging maait de brink",
            browser.Page.QuerySelector("input[name=What]")!.GetAttribute("value")
        );
        await browser.SubmitAsync("Verder");
        await browser.SubmitAsync("Zeg dit toe");

        Assert.Contains("Uw toezegging staat erin", browser.Text, StringComparison.Ordinal);
        var made = await Host.DbAsync(db => db.Promises.SingleAsync(p => p.SubjectId == Place.Village.Id));
        Assert.Equal(
            (PromiseState.Open, Place.Association.Id, Place.ContactPerson.Id, Place.Municipality.Id),
            (made.State, made.ByOrganisationId, made.ByPersonId, made.ToOrganisationId)
        );
        using var anyone = Host.Browser();
        await anyone.OpenAsync(PromiseLinks.Show(made.Id));
        Assert.Contains("Gezegd bij: dorpsoverleg van 2 november.", anyone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Place.ContactPerson.Name, anyone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_OfAResident_BindsNobody_UntilAnAuthorisedPersonAccepts()
    {
        using var resident = Host.Browser(Initiator);
        await resident.OpenAsync($"/initiatieven/{Initiative.Id}-{Initiative.Subject.Slug}");
        await resident.OpenAsync(
            resident.Page.QuerySelector("main a[href*='toezeggingen/nieuw']")!.GetAttribute("href")!
        );
        await resident.SubmitAsync(
            "Verder",
            fields: [("Wie gaat het doen?", Municipality), ("Wat?", "De gemeente meet de plek op")]
        );
        Assert.Contains("pas een toezegging als de ander ja zegt", resident.Text, StringComparison.Ordinal);
        await resident.SubmitAsync("Vraag dit");
        Assert.Contains("Uw vraag is gesteld", resident.Text, StringComparison.Ordinal);

        var asked = await LastAsync();
        Assert.Equal((PromiseState.Proposed, Initiator.Id), (asked.State, asked.ToPersonId));
        using var anyone = Host.Browser();
        await anyone.OpenAsync(PromiseLinks.List);
        Assert.DoesNotContain("meet de plek op", anyone.Text, StringComparison.Ordinal);
        await anyone.OpenAsync(PromiseLinks.Show(asked.Id));
        Assert.Contains("Er is nog geen antwoord.", anyone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jannie", anyone.Body, StringComparison.Ordinal);
        await resident.OpenAsync(PromiseLinks.Accept(asked.Id));
        Assert.DoesNotContain("Ja, dit zeggen we toe", resident.Text, StringComparison.Ordinal);
        using var bystander = Host.Browser(Place.ContactPerson);
        await bystander.OpenAsync(PromiseLinks.Accept(asked.Id), HttpStatusCode.Forbidden);

        using var liaison = Host.Browser(Place.Liaison);
        await liaison.OpenAsync("/mijn");
        Assert.NotNull(liaison.Page.QuerySelector($"main a[href='{PromiseLinks.Accept(asked.Id)}']"));
        await liaison.OpenAsync(PromiseLinks.Accept(asked.Id));
        await liaison.SubmitAsync("Ja, dit zeggen we toe");

        var now = await ReadAsync(asked.Id);
        Assert.Equal((PromiseState.Open, Place.Liaison.Id), (now.State, now.ByPersonId));
    }

    [Fact]
    public async Task Question_SaidNoTo_NeedsNoReason_AndCountsNowhere()
    {
        var asked = await AskedAsync();
        using var liaison = Host.Browser(Place.Liaison);
        await liaison.OpenAsync(PromiseLinks.Accept(asked.Id));

        await liaison.SubmitAsync("Nee, dit zeggen we niet toe");

        Assert.Equal(PromiseState.Declined, (await ReadAsync(asked.Id)).State);
        Assert.Contains("Niet toegezegd", liaison.Text, StringComparison.Ordinal);
        using var late = Host.Browser(Place.Liaison);
        await late.OpenAsync(PromiseLinks.Accept(asked.Id), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Question_IsTakenBackByWhoAsked_AndAcceptedTooLateSaysSo()
    {
        var asked = await AskedAsync();
        using var liaison = Host.Browser(Place.Liaison);
        await liaison.OpenAsync(PromiseLinks.Accept(asked.Id));
        using var contact = Host.Browser(Place.ContactPerson);
        await contact.OpenAsync(PromiseLinks.Accept(asked.Id));

        await contact.SubmitAsync("Trek de vraag in");
        await liaison.SubmitAsync("Ja, dit zeggen we toe", HttpStatusCode.BadRequest);

        Assert.Contains("Op deze vraag is al geantwoord.", liaison.Text, StringComparison.Ordinal);
        Assert.Equal(PromiseState.Declined, (await ReadAsync(asked.Id)).State);
    }

    [Fact]
    public async Task New_WhenSomethingIsWrong_SaysSoAtTheFieldAndLosesNothing()
    {
        var other = await Data.OrganisationAsync(OrganisationKind.School);
        using var browser = Host.Browser(Place.ContactPerson);
        await browser.OpenAsync(PromiseLinks.New(Initiative.Id));

        await browser.SubmitAsync(
            "Verder",
            HttpStatusCode.BadRequest,
            ("Wie gaat het doen?", Municipality),
            ("Voor wie?", Id(other.Id)),
            ("Uiterlijk wanneer?", "2026-10-01"),
            ("Waar is dit gezegd?", "in het dorpshuis")
        );

        Assert.Contains("U spreekt voor geen van beide.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Schrijf wat er gaat gebeuren.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Deze dag is voorbij.", browser.Text, StringComparison.Ordinal);
        Assert.Equal("in het dorpshuis", browser.Page.QuerySelector("input[name=Where]")!.GetAttribute("value"));
        await browser.SubmitAsync(
            "Verder",
            HttpStatusCode.BadRequest,
            ("Wie gaat het doen?", Association),
            ("Voor wie?", Association),
            ("Uiterlijk wanneer?", "ooit")
        );
        Assert.Contains("Kies een ander dan wie het gaat doen.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_IsForWhoSpeaksForSomebody_AndAboutWhatEverybodySees()
    {
        var unconfirmed = await Data.UnconfirmedInitiativeAsync(Place, Initiator);
        using var stranger = Host.Browser(await Data.PersonAsync());
        await stranger.OpenAsync(PromiseLinks.New(Initiative.Id), HttpStatusCode.Forbidden);
        using var contact = Host.Browser(Place.ContactPerson);
        await contact.OpenAsync(PromiseLinks.New(unconfirmed.Id), HttpStatusCode.NotFound);
        await contact.OpenAsync("/toezeggingen/nieuw", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SameFormTwice_MakesOnePromise()
    {
        using var browser = Host.Browser(Place.ContactPerson);
        await browser.OpenAsync(PromiseLinks.New(Initiative.Id));
        await browser.SubmitAsync(
            "Verder",
            fields: [("Wie gaat het doen?", Association), ("Wat?", "Eén keer beloofd"), ("Voor wie?", Municipality)]
        );
        var (one, two) = (browser.Form("Zeg dit toe"), browser.Form("Zeg dit toe"));

        await browser.SendAsync(one);
        await browser.SendAsync(two);

        Assert.Equal(1, await Host.DbAsync(db => db.Promises.CountAsync(p => p.What == "Eén keer beloofd")));
    }

    [Fact]
    public async Task Keep_ShowsProofInWordsAndAsALink_AndWhoWaitedHears()
    {
        var made = await MadeAsync();
        using var liaison = Host.Browser(Place.Liaison);
        await liaison.OpenAsync(PromiseLinks.Keep(made.Id));
        await liaison.SubmitAsync(
            "Toezegging is nagekomen",
            HttpStatusCode.BadRequest,
            ("Staat er iets over op een website?", "javascript:alert(1)")
        );
        Assert.Contains("Dit is geen adres van een website.", liaison.Text, StringComparison.Ordinal);

        await liaison.SubmitAsync(
            "Toezegging is nagekomen",
            fields:
            [
                ("Waaraan ziet men dat?", "Het hek staat."),
                ("Staat er iets over op een website?", "voorbeeld.example/hek"),
            ]
        );

        using var anyone = Host.Browser();
        await anyone.OpenAsync(PromiseLinks.Show(made.Id));
        Assert.Contains("Het hek staat.", anyone.Text, StringComparison.Ordinal);
        Assert.NotNull(anyone.Page.QuerySelector("main a[href='https://voorbeeld.example/hek']"));
        Assert.Equal(new DateOnly(2026, 11, 2), (await ReadAsync(made.Id)).EndedOn);
    }

    [Fact]
    public async Task ByParty_CountsWhatWasKeptInTime_AndNotWhatWasOnlyAsked()
    {
        var party = await Data.OrganisationAsync(OrganisationKind.VillageHalls);
        async Task<Promise> OfAsync(DateOnly due, Func<Promise, bool> then) =>
            await Data.SaveAsync(async db =>
            {
                var subject = await db.Subjects.SingleAsync(s => s.Id == Initiative.Id);
                var promise = Promise.Make(
                    subject,
                    PromiseKind.Agreed,
                    new Party(party.Id, null),
                    new Party(Place.Association.Id, null),
                    due,
                    Data.Now(),
                    "De koffie staat klaar"
                );
                then(promise);
                return promise;
            });
        var today = Data.Now().Today;
        await OfAsync(today, p => p.Keep(Data.Now()).Succeeded);
        await OfAsync(today.AddDays(-1), p => p.Keep(Data.Now()).Succeeded);
        await OfAsync(today.AddDays(-2), _ => true);
        await OfAsync(today.AddDays(9), _ => true);
        await OfAsync(today, p => p.Release(Data.Now(), "De zaal is dicht.").Succeeded);
        await Data.SaveAsync(async db =>
            Promise.Ask(
                await db.Subjects.SingleAsync(s => s.Id == Initiative.Id),
                new Party(party.Id, null),
                new Party(Place.Association.Id, null),
                today.AddDays(-1),
                Data.Now(),
                "Alleen gevraagd"
            )
        );
        using var anyone = Host.Browser();

        await anyone.OpenAsync($"/organisaties/{party.Id}-{Brink.Platform.Text.Slug.From(party.Name)}");
        await anyone.OpenAsync(anyone.Page.QuerySelector("main a[href*='/toezeggingen/van/']")!.GetAttribute("href")!);

        Assert.Contains("Op tijd nagekomen: 1 van de 2.", anyone.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["2", "1", "2", "1"],
            anyone.Page.QuerySelectorAll("main dl.brink-facts .brink-figure__number").Select(n => n.TextContent.Trim())
        );
        Assert.DoesNotContain("Alleen gevraagd", anyone.Text, StringComparison.Ordinal);
        await anyone.OpenAsync("/toezeggingen?staat=gevraagd&van=" + Id(party.Id));
        Assert.Contains("Alleen gevraagd", anyone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_TellsProposalsOnlyWhenAsked()
    {
        var (asked, made) = (await AskedAsync("Via de lijn gevraagd"), await MadeAsync("Via de lijn beloofd"));
        using var program = Host.Browser();
        async Task<JsonElement[]> ReadRowsAsync(string query)
        {
            await program.AskAsync($"/api/v1/toezeggingen?initiatief={Initiative.Id}{query}");
            Assert.Equal(HttpStatusCode.OK, program.Response.StatusCode);
            return
            [
                .. JsonDocument
                    .Parse(program.Body)
                    .RootElement.EnumerateObject()
                    .First(p => p.Value.ValueKind == JsonValueKind.Array)
                    .Value.EnumerateArray(),
            ];
        }

        var usual = await ReadRowsAsync("");
        var proposed = await ReadRowsAsync("&toestand=gevraagd");

        Assert.Contains(usual, row => row.GetProperty("id").GetInt64() == made.Id);
        Assert.DoesNotContain(usual, row => row.GetProperty("id").GetInt64() == asked.Id);
        var only = Assert.Single(proposed);
        Assert.Equal(
            (asked.Id, "gevraagd"),
            (only.GetProperty("id").GetInt64(), only.GetProperty("toestand").GetString())
        );
        Assert.Empty(await ReadRowsAsync("&toestand=niet-toegezegd"));
    }

    [Fact]
    public async Task PromiseOfAResident_ShowsNoName_WhereverItStands()
    {
        using var resident = Host.Browser(Initiator);
        await resident.OpenAsync(PromiseLinks.New(Initiative.Id));
        await resident.SubmitAsync(
            "Verder",
            fields:
            [
                ("Wie gaat het doen?", "inbrenger"),
                ("Wat?", "Wij zaaien de bloemen"),
                ("Voor wie?", Municipality),
            ]
        );
        await resident.SubmitAsync("Zeg dit toe");
        var made = await LastAsync();
        Assert.Equal((Initiator.Id, (long?)null), (made.ByPersonId, made.ByOrganisationId));

        using var anyone = Host.Browser();
        foreach (
            var address in new[]
            {
                PromiseLinks.List,
                PromiseLinks.Show(made.Id),
                $"/initiatieven/{Initiative.Id}-{Initiative.Subject.Slug}",
                $"/dorpen/{Place.Village.Id}-{Place.Village.Subject!.Slug}",
            }
        )
        {
            await anyone.OpenAsync(address);
            Assert.DoesNotContain("Jannie", anyone.Body, StringComparison.Ordinal);
            Assert.Contains("zaaien de bloemen", anyone.Body, StringComparison.Ordinal);
        }
    }
}
