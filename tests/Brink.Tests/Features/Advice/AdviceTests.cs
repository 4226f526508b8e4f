using System.Net;
using Brink.Features.Advice;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Tests.Features.Dossiers;
using Brink.Tests.Features.Standpoints;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Advice;

/// <summary>Advice from the question to the answer, through its pages (C7).</summary>
public sealed class AdviceTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task AskedAdvice_FromTheQuestionToAnAnswerOnEachPoint()
    {
        var made = await Advised.AtAsync(host);
        var before = await made.AskedAsync(title: "Een eerdere vraag");
        var asking = await host.Browser(made.Official).OpenAsync(AdviceLinks.Choose);
        await asking.SubmitAsync("Verder", fields: ("Vereniging of koepel", made.Place.Association.Name));
        Assert.Contains("Er wacht ook 1 vraag om advies op deze vereniging.", asking.Text, StringComparison.Ordinal);
        await asking.SubmitAsync("Verder", HttpStatusCode.BadRequest, ("Wat wilt u weten", "Wat vindt u van de bus?"));
        Assert.Contains("Schrijf waar het over gaat.", asking.Text, StringComparison.Ordinal);
        Assert.Contains("Wat vindt u van de bus?", asking.Body, StringComparison.Ordinal);
        await asking.SubmitAsync(
            "Verder",
            fields: [("Waar gaat het over", "De bus"), ("Graag tot en met", "2026-11-20")]
        );
        await asking.SubmitAsync("Verstuur deze vraag");
        var advice = await LastAsync();
        Assert.NotEqual(before.Id, advice.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(Advised.Address(advice))).StatusCode);

        var board = await host.Browser(made.Place.ContactPerson).OpenAsync("/mijn");
        Assert.Contains("De gemeente vraagt advies: De bus", board.Text, StringComparison.Ordinal);
        await board.OpenAsync(AdviceLinks.Write(advice.Id));
        await board.SubmitAsync(
            "Bekijk hoe de gemeente het leest",
            fields:
            [
                ("Wat wilt u de gemeente", "Zo is het hier."),
                ("Punt 1", "Houd de lijn open."),
                ("Punt 2", "Vraag ons mee."),
            ]
        );
        var official = await host.Browser(made.Official).OpenAsync(Advised.Address(advice));
        Assert.DoesNotContain("Houd de lijn open.", official.Text, StringComparison.Ordinal);
        await board.SubmitAsync("Geef dit advies namens " + made.Place.Association.Name);
        Assert.Contains("De gemeente antwoordt uiterlijk", board.Text, StringComparison.Ordinal);

        await official.OpenAsync(AdviceLinks.Answer(advice.Id));
        await official.SubmitAsync(
            "Bekijk hoe iedereen het leest",
            HttpStatusCode.BadRequest,
            [("Points[0].Verdict", "ja"), ("Points[0].Because", "het nodig is")]
        );
        Assert.Contains("Punt 2: kies wat de gemeente ermee doet.", official.Text, StringComparison.Ordinal);
        Assert.Contains("het nodig is", official.Body, StringComparison.Ordinal);
        await official.SubmitAsync(
            "Bekijk hoe iedereen het leest",
            fields: [("Points[1].Verdict", "ja"), ("Points[1].Because", "dat al gebeurt")]
        );
        await official.SubmitAsync("Geef dit antwoord");

        var visitor = await host.Browser().OpenAsync(Advised.Address(advice));
        Assert.Contains("2 punten overgenomen, 0 deels, 0 niet.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("dat al gebeurt", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("schreef aan het advies", visitor.Text, StringComparison.Ordinal);
        var promise = await host.DbAsync(db => db.Promises.SingleAsync(p => p.SubjectId == advice.Id));
        Assert.Equal((PromiseState.Kept, made.Place.Association.Id), (promise.State, promise.ToOrganisationId));
    }

    [Fact]
    public async Task ALateAnswer_IsPublic_OnThePageAndInTheList()
    {
        var made = await Advised.AtAsync(host);
        var advice = await made.GivenAsync();
        var start = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromDays(120));
        try
        {
            var visitor = await host.Browser().OpenAsync(Advised.Address(advice));
            Assert.Contains("Dit antwoord is", visitor.Text, StringComparison.Ordinal);
            Assert.Contains("dagen te laat.", visitor.Text, StringComparison.Ordinal);
            await visitor.OpenAsync(AdviceLinks.List + "?antwoord=te-laat&dorp=" + made.Place.Village.Id);
            Assert.Contains(advice.Subject.Title, visitor.Text, StringComparison.Ordinal);
            Assert.Contains("dagen te laat.", visitor.Text, StringComparison.Ordinal);
        }
        finally
        {
            host.Time.SetTo(start);
        }

        var inTime = await host.Browser()
            .OpenAsync(AdviceLinks.List + "?antwoord=te-laat&dorp=" + made.Place.Village.Id);
        Assert.Contains("Geen adviezen gevonden", inTime.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_IsAnOrdinaryOutcome_WithoutTheWordsForOthers()
    {
        var made = await Advised.AtAsync(host);
        var advice = await made.AskedAsync();
        var board = await host.Browser(made.Place.ContactPerson).OpenAsync(AdviceLinks.Reply(advice.Id));

        await board.SubmitAsync(
            "Verstuur dit antwoord",
            fields: [("Wij geven geen advies", "ja"), ("Wilt u er iets bij zeggen", "Te druk met het feest.")]
        );

        var visitor = await host.Browser().OpenAsync(Advised.Address(advice));
        Assert.Contains("geeft geen advies. Dat is een gewoon antwoord.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Te druk met het feest.", visitor.Text, StringComparison.Ordinal);
        var official = await host.Browser(made.Official).OpenAsync(Advised.Address(advice));
        Assert.Contains("Te druk met het feest.", official.Text, StringComparison.Ordinal);
        Assert.Empty(await host.DbAsync(db => db.Promises.Where(p => p.SubjectId == advice.Id).ToArrayAsync()));
    }

    [Fact]
    public async Task AnotherDay_IsAskedAndChosen()
    {
        var made = await Advised.AtAsync(host);
        var advice = await made.AskedAsync();
        var board = await host.Browser(made.Place.ContactPerson).OpenAsync(AdviceLinks.Reply(advice.Id));
        await board.SubmitAsync("Verstuur dit antwoord", HttpStatusCode.BadRequest, ("Wij willen meer tijd", "ja"));
        Assert.Contains("Kies een dag na vandaag.", board.Text, StringComparison.Ordinal);
        await board.SubmitAsync(
            "Verstuur dit antwoord",
            fields: [("Wij willen meer tijd", "ja"), ("Tot en met welke dag", "2026-12-18")]
        );

        var official = await host.Browser(made.Official).OpenAsync("/mijn");
        Assert.Contains("vraagt een andere dag voor advies", official.Text, StringComparison.Ordinal);
        await official.OpenAsync(AdviceLinks.Settle(advice.Id));
        await official.SubmitAsync("Kies deze dag");

        var now = await made.NowAsync(advice.Id);
        Assert.Equal((AdviceState.Asked, new DateOnly(2026, 12, 18)), (now.State, now.Due));
    }

    [Fact]
    public async Task UnaskedAdvice_FromAStandpoint_BeginsWithWhatItAsks_AndIsRelatedToIt()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var standpoint = await umbrella.SentAsync();
        var chair = await host.Browser(umbrella.Chair).OpenAsync(Umbrella.Address(standpoint));
        Assert.Contains("Hier een advies in punten van maken", chair.Text, StringComparison.Ordinal);
        await chair.OpenAsync(AdviceLinks.NewOn(standpointId: standpoint.Id));
        await chair.SubmitAsync("Begin met schrijven");
        Assert.Contains(Umbrella.Words.Asks, chair.Body, StringComparison.Ordinal);
        var advice = await LastAsync();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser(umbrella.Members[0].Liaison).AskAsync(Advised.Address(advice))).StatusCode
        );
        await chair.SubmitAsync("Bekijk hoe de gemeente het leest");
        await chair.SubmitAsync("Geef dit advies namens " + umbrella.Organisation.Name);

        Assert.Contains("Ongevraagd advies", chair.Text, StringComparison.Ordinal);
        var there = await host.Browser().OpenAsync(Umbrella.Address(standpoint));
        Assert.NotNull(there.Page.QuerySelector($"a[href='{Advised.Address(advice)}']"));
    }

    [Fact]
    public async Task AdviceOnAPlan_StandsOnThePlanAndOnTheVillage()
    {
        var made = await Advised.AtAsync(host);
        var dossier = await DossierExamples.OpenAsync(made.Data, made.Place, made.Official);
        var advice = await made.GivenAsync(dossier);

        foreach (
            var address in new[]
            {
                SubjectLinks.Of(SubjectKind.Dossier, dossier.Id, dossier.Subject.Slug),
                SubjectLinks.Of(SubjectKind.Village, made.Place.Village.Id, made.Place.Village.Subject!.Slug),
            }
        )
        {
            var visitor = await host.Browser().OpenAsync(address);
            Assert.NotNull(visitor.Page.QuerySelector($"a[href='{Advised.Address(advice)}']"));
        }

        var page = await host.Browser().OpenAsync(Advised.Address(advice));
        Assert.Contains(dossier.Subject.Title, page.Text, StringComparison.Ordinal);
        var api = await host.Browser().AskAsync("/api/v1/adviezen?dorp=" + made.Place.Village.Id);
        Assert.Contains(
            "Houd de lijn open.",
            await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task OnPaper_IsMarked_AndTheAssociationTakesItBack()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var member = umbrella.Members[0];
        var secretary = await host.Browser(umbrella.Secretary).OpenAsync(AdviceLinks.Enter);
        await secretary.SubmitAsync(
            "Geef dit advies namens de vereniging",
            HttpStatusCode.BadRequest,
            ("Waar gaat het over", "De stoep")
        );
        Assert.Contains("Schrijf ten minste één punt.", secretary.Text, StringComparison.Ordinal);
        await secretary.SubmitAsync(
            "Geef dit advies namens de vereniging",
            fields:
            [
                ("Van welke vereniging", member.Association.Name),
                ("Hoe kreeg u", "Op papier"),
                ("Punt 1", "Maak de stoep breder."),
            ]
        );
        Assert.Contains(
            $"Ingevoerd door {umbrella.Organisation.Name}, op papier",
            secretary.Text,
            StringComparison.Ordinal
        );
        var advice = await LastAsync();
        Assert.Equal(member.Association.Id, advice.AdviserId);

        var board = await host.Browser(member.ContactPerson).OpenAsync(AdviceLinks.TakeBack(advice.Id));
        await board.SubmitAsync("Neem dit advies terug");

        Assert.Equal(AdviceState.TakenBack, (await LastAsync()).State);
        Assert.Equal(HttpStatusCode.Gone, (await host.Browser().AskAsync(Advised.Address(advice))).StatusCode);
        foreach (var other in new[] { member.Liaison, member.ContactPerson })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await host.Browser(other).AskAsync(AdviceLinks.Enter)).StatusCode);
        }
    }

    [Fact]
    public async Task ACorrectedAnswer_ShowsWhy_AndWhatStoodThere()
    {
        var made = await Advised.AtAsync(host);
        var advice = await made.AnsweredAsync();
        var official = await host.Browser(made.Official).OpenAsync(AdviceLinks.Answer(advice.Id));
        await official.SubmitAsync(
            "Bekijk hoe iedereen het leest",
            HttpStatusCode.BadRequest,
            ("Points[0].Because", "het nu ook mag")
        );
        Assert.Contains("Schrijf waarom u het antwoord verbetert.", official.Text, StringComparison.Ordinal);
        await official.SubmitAsync(
            "Bekijk hoe iedereen het leest",
            fields: ("Waarom verbetert u", "De wet is veranderd.")
        );
        await official.SubmitAsync("Geef dit antwoord");

        var visitor = await host.Browser().OpenAsync(Advised.Address(advice));
        Assert.Contains("De wet is veranderd.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("het nu ook mag", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(
            "omdat het kan",
            visitor.Page.QuerySelector("details.brink-explain")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NobodyAdvisesForAnother_AndNobodyElseAnswers()
    {
        var made = await Advised.AtAsync(host);
        var other = await made.Data.PlaceAsync();
        var (asked, given) = (await made.AskedAsync(), await made.GivenAsync());
        foreach (var person in new[] { other.ContactPerson, await made.Data.PersonAsync() })
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await host.Browser(person).AskAsync(AdviceLinks.Write(asked.Id))).StatusCode
            );
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await host.Browser(person).AskAsync(AdviceLinks.Answer(given.Id))).StatusCode
            );
        }

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(made.Official).AskAsync(AdviceLinks.Write(asked.Id))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(made.Place.ContactPerson).AskAsync(AdviceLinks.Settle(asked.Id))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(made.Place.ContactPerson).AskAsync(AdviceLinks.Choose)).StatusCode
        );
    }

    private Task<AdviceCase> LastAsync() =>
        host.DbAsync(db => db.Advices.Include(a => a.Subject).OrderByDescending(a => a.Id).FirstAsync());
}
