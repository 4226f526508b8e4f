using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives;

/// <summary>What liaison, colleague, initiators and others can and can't do with an Initiative, through its pages.</summary>
public sealed class ActTests(BrinkHost host) : ActsOnOneInitiative(host)
{
    [Theory]
    [InlineData("oppakken", "liaison")]
    [InlineData("collega", "liaison")]
    [InlineData("vraag", "liaison colleague")]
    [InlineData("nodig", "liaison colleague")]
    [InlineData("antwoord", "liaison")]
    [InlineData("bericht", "initiator")]
    [InlineData("fase", "initiator liaison")]
    [InlineData("aanpassen", "initiator")]
    [InlineData("spelregels/voorstel", "initiator liaison colleague")]
    [InlineData("spelregels/antwoord", "initiator liaison colleague")]
    [InlineData("spelregels/partijen", "initiator liaison colleague")]
    [InlineData("begroting/nieuw/kosten", "initiator")]
    [InlineData("begroting/uren", "initiator")]
    [InlineData("intrekken", "initiator")]
    [InlineData("fotos", "initiator")]
    [InlineData("plek", "initiator")]
    public async Task Get_OfAnAct_IsForThoseWhoMayAndForNobodyElse(string act, string may)
    {
        var colleague = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        await ChangeAsync(i => i.BringIn(colleague.Id, "", Data.Now()));
        var people = new Dictionary<string, Person>
        {
            ["liaison"] = Place.Liaison,
            ["colleague"] = colleague,
            ["initiator"] = Initiator,
            ["contact person"] = Place.ContactPerson,
            ["official"] = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality),
            ["former liaison"] = await Data.HolderAsync(
                Role.Liaison,
                Place.Municipality,
                to: new DateOnly(2026, 11, 1)
            ),
            ["somebody"] = await Data.PersonAsync(),
        };
        foreach (var (name, person) in people)
        {
            var answer = await Host.Browser(person).AskAsync($"/initiatieven/{Initiative.Id}/{act}");

            Assert.True(
                answer.StatusCode
                    == (may.Contains(name, StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Forbidden),
                $"{name} got {(int)answer.StatusCode}"
            );
        }

        Assert.NotEqual(
            HttpStatusCode.OK,
            (await Host.Browser().AskAsync($"/initiatieven/{Initiative.Id}/{act}")).StatusCode
        );
        var other = await Host.AddMunicipalityAsync("Elders", $"elders-{Environment.TickCount64}.example");
        var elsewhere = await new TestData(Host, other).PlaceAsync();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Host.Browser(elsewhere.Liaison, other).AskAsync($"/initiatieven/{Initiative.Id}/{act}")).StatusCode
        );
    }

    [Fact]
    public async Task Post_TakeIn_IsSeenByEverybody()
    {
        var browser = await OpenAsync(Place.Liaison, "oppakken");

        await browser.SubmitAsync("Oppakken");

        var visitor = await VisitAsync();
        var now = visitor.Page.QuerySelector(".brink-now")!.TextContent;
        Assert.Contains("De gemeente antwoordt uiterlijk", now, StringComparison.Ordinal);
        Assert.DoesNotContain("De gemeente pakt dit uiterlijk", now, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(InitiativeVerbs.TakenIn));
    }

    [Fact]
    public async Task Post_Answer_IsSeenFirstAsTheSenderReadsItAndThenSent()
    {
        var browser = await OpenAsync(Place.Liaison, "antwoord");
        await browser.SubmitAsync(
            "Bekijk hoe de indiener dit leest",
            fields: [("Ja, mits", "ja"), ("Uw antwoord", "Als u **zelf** maait.")]
        );
        Assert.Contains("Zo leest de indiener het", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zelf maait", (await VisitAsync()).Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Nog iets aanpassen");
        Assert.Contains(
            "Als u **zelf** maait.",
            browser.Page.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        await browser.SubmitAsync("Bekijk hoe de indiener dit leest");
        await browser.SubmitAsync("Verstuur dit antwoord");

        Assert.Contains("Als u zelf maait.", (await VisitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await Host.DbAsync(db =>
                db.Promises.CountAsync(p => p.SubjectId == Initiative.Id && p.State == PromiseState.Open)
            )
        );
    }

    [Fact]
    public async Task Post_AnAnswerWithoutWords_SaysWhatIsMissing()
    {
        var browser = await OpenAsync(Place.Liaison, "antwoord");

        await browser.SubmitAsync("Bekijk hoe de indiener dit leest", HttpStatusCode.BadRequest, ("Nee, want", "ja"));

        Assert.Contains("Schrijf waarom het niet kan.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionAndReply_AreReadByEverybody()
    {
        var official = await OpenAsync(Place.Liaison, "vraag");
        await official.SubmitAsync("Stel deze vraag", fields: ("Uw vraag", "Wie doet het onderhoud?"));
        var resident = await Host.Browser(Initiator).OpenAsync(Address);
        var link = resident.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Beantwoord deze vraag");

        await resident.OpenAsync(link.GetAttribute("href")!);
        await resident.SubmitAsync("Geef dit antwoord", fields: ("Uw antwoord", "Wij met de buurt."));

        var visitor = await VisitAsync();
        Assert.Contains("Wie doet het onderhoud?", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Wij met de buurt.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requirements_AreListedAndMarkedAsArranged()
    {
        var browser = await OpenAsync(Place.Liaison, "nodig");
        await browser.SubmitAsync(
            "Voeg toe",
            fields: [("Vergunning", "ja"), ("Wat is er nodig", "De gemeente vraagt die aan.")]
        );
        Assert.Contains("Nog te regelen.", (await VisitAsync()).Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Dit is geregeld: De gemeente vraagt die aan.");

        Assert.Contains("Geregeld op 2 november 2026.", (await VisitAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phase_MovesOnWithDateAndNextStep()
    {
        var browser = await OpenAsync(Initiator, "fase");

        await browser.SubmitAsync(
            "Bewaar",
            fields:
            [
                ("Plan maken", "ja"),
                ("Wat is de volgende stap?", "Avond in het dorpshuis"),
                ("Wanneer is die klaar?", "2026-11-20"),
                ("Wie doet dat?", "de werkgroep"),
            ]
        );

        var visitor = await VisitAsync();
        Assert.Contains(
            "Plan maken",
            visitor.Page.QuerySelector("[aria-current=step]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Uiterlijk 20 november 2026. Door: de werkgroep", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ADateInWords_KeepsWhatWasTyped()
    {
        var browser = await OpenAsync(Initiator, "fase");

        await browser.SubmitAsync(
            "Bewaar",
            HttpStatusCode.BadRequest,
            ("Wat is de volgende stap?", "Avond in het dorpshuis"),
            ("Wanneer is die klaar?", "volgende week")
        );

        Assert.Contains("Avond in het dorpshuis", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_ForAnAssociation_SaysSo()
    {
        var speaker = await Data.HolderAsync(Role.Chair, Place.Association);
        var own = await Data.InitiativeAsync(Place, speaker, "Van de voorzitter");
        var browser = await Host.Browser(speaker).OpenAsync(InitiativeLinks.Update(own.Id));

        await browser.SubmitAsync(
            "Plaats dit bericht",
            fields: [(Place.Association.Name, "ja"), ("Uw bericht", "Het hek staat.")]
        );

        var visitor = await Host.Browser().OpenAsync(InitiativeLinks.Show(own.Id, own.Subject.Slug));
        Assert.Contains(
            Place.Association.Name,
            visitor.Page.QuerySelector(".brink-timeline")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Intake_ShowsWhatWaitsOldestFirstToLiaisonsOnly()
    {
        var before = Host.Time.GetUtcNow();
        Host.Time.Advance(TimeSpan.FromDays(1));
        var newer = await Data.InitiativeAsync(Place, Initiator, "Een nieuwer idee");
        Host.Time.Advance(TimeSpan.FromDays(7));
        try
        {
            var browser = await Host.Browser(Place.Liaison).OpenAsync(InitiativeLinks.Intake);

            var titles = browser.Page.QuerySelectorAll(".brink-row__title").Select(t => t.TextContent.Trim()).ToArray();
            Assert.Equal([Initiative.Subject.Title, newer.Subject.Title], titles);
            Assert.Contains("Er wachten 2 ideeën. 1 is te laat.", browser.Text, StringComparison.Ordinal);
            Assert.Contains("Oppakken is 1 dag te laat.", browser.Text, StringComparison.Ordinal);
        }
        finally
        {
            Host.Time.SetTo(before);
        }

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Host.Browser(Initiator).AskAsync(InitiativeLinks.Intake)).StatusCode
        );
    }

    [Fact]
    public async Task Poster_HasACodeAndAnAddressAndNothingThatIsNotPublic()
    {
        var browser = await Host.Browser().OpenAsync(InitiativeLinks.Poster(Initiative.Id));

        Assert.NotNull(browser.Page.QuerySelector(".brink-poster svg.brink-qr"));
        Assert.Contains($"testveen.example/initiatieven/{Initiative.Id}", browser.Text, StringComparison.Ordinal);
        var unconfirmed = await Data.UnconfirmedInitiativeAsync(Place, Initiator);
        await Host.Browser().OpenAsync(InitiativeLinks.Poster(unconfirmed.Id), HttpStatusCode.NotFound);
    }
}
