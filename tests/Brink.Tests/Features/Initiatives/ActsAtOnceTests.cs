using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives;

/// <summary>Two people, or one form twice, at the same moment: each outcome is stated, and no words are lost.</summary>
public sealed class ActsAtOnceTests(BrinkHost host) : ActsOnOneInitiative(host)
{
    [Fact]
    public async Task Post_AnswerByTwoLiaisonsAtOnce_LetsOneWinAndLosesNoWords()
    {
        var second = await Data.HolderAsync(Role.Liaison, Place.Municipality);
        var browsers = new[] { Host.Browser(Place.Liaison), Host.Browser(second) };
        foreach (var (browser, number) in browsers.Select((b, n) => (b, n)))
        {
            await browser.OpenAsync(InitiativeLinks.Answer(Initiative.Id));
            await browser.SubmitAsync(
                "Bekijk hoe de indiener dit leest",
                fields: [("Ja", "ja"), ("Uw antwoord", $"Woorden van ambtenaar {number}")]
            );
        }

        var answers = await Task.WhenAll(browsers.Select(b => b.SubmitOnlyAsync("Verstuur dit antwoord")));

        var lost = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.NotEqual(-1, lost);
        Assert.Contains("Een collega was u voor.", browsers[lost].Text, StringComparison.Ordinal);
        Assert.Contains(
            $"Woorden van ambtenaar {lost}",
            browsers[lost].Page.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains($"Woorden van ambtenaar {1 - lost}", browsers[lost].Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(InitiativeVerbs.Answered));
    }

    [Fact]
    public async Task Post_EditWhileItIsWithdrawn_HasOneOutcomeAndLosesNoWords()
    {
        for (var round = 0; round < 5; round++)
        {
            var one = await Data.InitiativeAsync(Place, Initiator, $"Ronde {round}");
            var editing = await Host.Browser(Initiator).OpenAsync(InitiativeLinks.Edit(one.Id));
            var withdrawing = await Host.Browser(Initiator).OpenAsync(InitiativeLinks.Withdraw(one.Id));
            var edit = editing.Form("Bewaar", ("Waarom wilt u dat?", "Nieuwe reden"));

            var answers = await Task.WhenAll(editing.SendAsync(edit), withdrawing.SubmitOnlyAsync("Trek dit idee in"));

            Assert.Equal(HttpStatusCode.Redirect, answers[1].StatusCode);
            var now = await Host.DbAsync(db => db.Initiatives.SingleAsync(i => i.Id == one.Id));
            Assert.Equal(IntakeState.Withdrawn, now.Intake);
            if (answers[0].StatusCode == HttpStatusCode.BadRequest)
            {
                Assert.Contains("intussen ingetrokken", editing.Text, StringComparison.Ordinal);
                Assert.Contains("Nieuwe reden", editing.Body, StringComparison.Ordinal);
                Assert.NotEqual("Nieuwe reden", now.Why);
            }
            else
            {
                Assert.Equal("Nieuwe reden", now.Why);
            }
        }
    }

    [Fact]
    public async Task Post_EditByTwoAtOnce_ShowsBothTextsToTheSecond()
    {
        var first = await OpenAsync(Initiator, "aanpassen");
        var second = await OpenAsync(Initiator, "aanpassen");
        await first.SubmitAsync("Bewaar", fields: ("Waarom wilt u dat?", "De reden van de eerste"));

        await second.SubmitAsync("Bewaar", HttpStatusCode.BadRequest, ("Waarom wilt u dat?", "De reden van de tweede"));

        Assert.Contains("U ziet beide teksten.", second.Text, StringComparison.Ordinal);
        Assert.Contains(
            "De reden van de eerste",
            second.Page.QuerySelector(".brink-answers")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "De reden van de tweede",
            second.Page.QuerySelector("#Why")!.TextContent,
            StringComparison.Ordinal
        );
        await second.SubmitAsync("Bewaar");
        Assert.Contains("De reden van de tweede", (await VisitAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oppakken", "Oppakken", InitiativeVerbs.TakenIn)]
    [InlineData("vraag", "Stel deze vraag", InitiativeVerbs.QuestionAsked)]
    [InlineData("nodig", "Voeg toe", InitiativeVerbs.RequirementAdded)]
    [InlineData("bericht", "Plaats dit bericht", InitiativeVerbs.Updated)]
    [InlineData("fase", "Bewaar", InitiativeVerbs.NextStepPlanned)]
    [InlineData("aanpassen", "Bewaar", InitiativeVerbs.Edited)]
    [InlineData("intrekken", "Trek dit idee in", InitiativeVerbs.Withdrawn)]
    public async Task Post_TheSameFormTwiceAtOnce_MakesOneThing(string act, string button, string verb)
    {
        var person = act is "oppakken" or "vraag" or "nodig" ? Place.Liaison : Initiator;
        var browser = await OpenAsync(person, act);
        var fields = FieldsOf(act);
        var twin = browser.Form(button, fields);
        var body = await twin.Content!.ReadAsStringAsync();
        var type = twin.Content.Headers.ContentType;

        HttpRequestMessage Request() =>
            new(HttpMethod.Post, twin.RequestUri)
            {
                Content = new StringContent(body) { Headers = { ContentType = type } },
            };

        var answers = await Task.WhenAll(browser.SendAsync(Request()), browser.SendAsync(Request()));
        var third = await browser.SendAsync(Request());

        Assert.All(answers.Append(third), a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Single(
            answers.Append(third).Select(a => a.Headers.Location!.OriginalString).Distinct(StringComparer.Ordinal)
        );
        Assert.Equal(1, await CountAsync(verb));
    }
}
