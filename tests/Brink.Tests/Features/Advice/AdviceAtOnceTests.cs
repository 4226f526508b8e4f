using System.Net;
using Brink.Features.Advice;
using Brink.Features.Places;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Advice;

/// <summary>Two things at the same moment: the outcomes are those of docs/states/advice.md, and the database decides.</summary>
public sealed class AdviceAtOnceTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const int Rounds = 6;

    [Fact]
    public async Task TwoOfficialsAnswer_OneIsFirst_AndTheOtherKeepsTheWords()
    {
        var made = await Advised.AtAsync(host);
        var colleague = await made.Data.HolderAsync(Role.PolicyOfficer, made.Place.Municipality);
        for (var round = 0; round < Rounds; round++)
        {
            var advice = await made.GivenAsync();
            await made.ChangeAsync(advice.Id, a => a.WriteAnswer(Advised.Words(a, "omdat het kan"), made.Office()));
            var one = await host.Browser(made.Official).OpenAsync(AdviceLinks.Answer(advice.Id));
            var other = await host.Browser(colleague).OpenAsync(AdviceLinks.Answer(advice.Id));
            await one.SubmitAsync("Bekijk hoe iedereen het leest", fields: ("Points[0].Because", "woorden van de een"));
            await other.OpenAsync(AdviceLinks.Answer(advice.Id));

            var answers = await Task.WhenAll(
                one.SubmitOnlyAsync("Geef dit antwoord"),
                other.SubmitOnlyAsync("Bewaar het concept", ("Points[0].Because", "woorden van de ander"))
            );

            var now = await made.NowAsync(advice.Id);
            var refused = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            Assert.NotEqual(-1, refused);
            Assert.Equal(HttpStatusCode.Redirect, answers[1 - refused].StatusCode);
            var late = refused == 0 ? one : other;
            Assert.Contains("Een collega was u voor.", late.Text, StringComparison.Ordinal);
            Assert.Contains(
                refused == 0 ? "woorden van de een" : "woorden van de ander",
                late.Body,
                StringComparison.Ordinal
            );
            Assert.Equal(refused == 0 ? AdviceState.Given : AdviceState.Answered, now.State);
            Assert.Single(now.Answers);
        }
    }

    [Fact]
    public async Task GivenWhileTheDayIsMoved_IsGiven()
    {
        var made = await Advised.AtAsync(host);
        for (var round = 0; round < Rounds; round++)
        {
            var advice = await made.WrittenAsync();
            var board = await host.Browser(made.Place.ContactPerson).OpenAsync(AdviceLinks.Give(advice.Id));
            var official = await host.Browser(made.Official).OpenAsync(AdviceLinks.Settle(advice.Id));

            var answers = await Task.WhenAll(
                board.SubmitOnlyAsync("Geef dit advies namens " + made.Place.Association.Name),
                official.SubmitOnlyAsync("Kies deze dag", ("Welke dag wordt het", "2026-12-18"))
            );

            Assert.Equal(HttpStatusCode.Redirect, answers[0].StatusCode);
            var now = await made.NowAsync(advice.Id);
            Assert.Equal(AdviceState.Given, now.State);
            if (answers[1].StatusCode == HttpStatusCode.BadRequest)
            {
                Assert.Contains("Het advies is al gegeven.", official.Text, StringComparison.Ordinal);
                Assert.NotEqual(new DateOnly(2026, 12, 18), now.Due);
            }
            else
            {
                Assert.Equal(new DateOnly(2026, 12, 18), now.Due);
            }
        }
    }

    [Fact]
    public async Task GivenWhileTheQuestionIsTakenBack_OneOfBoth_AndTheTextStays()
    {
        var made = await Advised.AtAsync(host);
        for (var round = 0; round < Rounds; round++)
        {
            var advice = await made.WrittenAsync();
            var board = await host.Browser(made.Place.ContactPerson).OpenAsync(AdviceLinks.Give(advice.Id));
            var official = await host.Browser(made.Official).OpenAsync(AdviceLinks.Settle(advice.Id));

            var answers = await Task.WhenAll(
                board.SubmitOnlyAsync("Geef dit advies namens " + made.Place.Association.Name),
                official.SubmitOnlyAsync("Neem deze vraag terug")
            );

            var now = await made.NowAsync(advice.Id);
            var given = now.State == AdviceState.Given;
            Assert.Equal(given ? AdviceState.Given : AdviceState.Withdrawn, now.State);
            Assert.Equal(HttpStatusCode.Redirect, answers[given ? 0 : 1].StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, answers[given ? 1 : 0].StatusCode);
            Assert.Equal(given ? 1 : 0, now.Subject.Promises.Count);
            // What the board wrote is still there for the board.
            await board.OpenAsync(Advised.Address(advice));
            Assert.Contains(Advised.TwoPoints[0], board.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TakenBackWhileItIsAnswered_OneOfBoth()
    {
        var made = await Advised.AtAsync(host);
        for (var round = 0; round < Rounds; round++)
        {
            var advice = await made.GivenAsync();
            await made.ChangeAsync(advice.Id, a => a.WriteAnswer(Advised.Words(a, "omdat het kan"), made.Office()));
            var official = await host.Browser(made.Official).OpenAsync(AdviceLinks.Answer(advice.Id));
            await official.SubmitAsync("Bekijk hoe iedereen het leest");
            var board = await host.Browser(made.Place.ContactPerson).OpenAsync(AdviceLinks.TakeBack(advice.Id));

            var answers = await Task.WhenAll(
                official.SubmitOnlyAsync("Geef dit antwoord"),
                board.SubmitOnlyAsync("Neem dit advies terug")
            );

            var answered = (await made.NowAsync(advice.Id)).State == AdviceState.Answered;
            Assert.Equal(HttpStatusCode.Redirect, answers[answered ? 0 : 1].StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, answers[answered ? 1 : 0].StatusCode);
        }
    }

    [Fact]
    public async Task TwoOfABoardWrite_TheSecondReadsWhatTheFirstWrote()
    {
        var made = await Advised.AtAsync(host);
        var secretary = await made.Data.HolderAsync(Role.Secretary, made.Place.Association);
        var advice = await made.WrittenAsync();
        var one = await host.Browser(made.Place.ContactPerson).OpenAsync(AdviceLinks.Write(advice.Id));
        var other = await host.Browser(secretary).OpenAsync(AdviceLinks.Write(advice.Id));
        await one.SubmitAsync("Bewaar het concept", fields: ("Punt 1", "Eerst zo."));

        await other.SubmitAsync("Bewaar het concept", HttpStatusCode.BadRequest, ("Punt 1", "Liever zo."));

        Assert.Contains("Eerst zo.", other.Text, StringComparison.Ordinal);
        Assert.Contains("Liever zo.", other.Body, StringComparison.Ordinal);
        Assert.Equal("Eerst zo.", (await made.NowAsync(advice.Id)).Points.Single(p => p.Number == 1).Text);
    }
}
