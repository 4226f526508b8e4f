using System.Globalization;
using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Signals;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Signals;

/// <summary>The liaison gives another day for the answer, with the reason (S2).</summary>
public sealed class AnswerMovedTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private TestData Data { get; } = new(host);
    private Place Place { get; set; } = null!;
    private Signal Signal { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Place = await Data.PlaceAsync();
        Signal = await Data.SignalAsync(host, Place, await Data.PersonAsync("Bewoonster"));
        await host.ActAsync(Place, Signal.Id, (s, a) => s.Triage(host.Today().AddDays(10), a));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_AnotherDay_NeedsAReasonThatEveryoneReads()
    {
        var liaison = await host.Browser(Place.Liaison).OpenAsync(Signal.Address());
        Assert.Contains("Een andere dag geven", liaison.Text, StringComparison.Ordinal);
        await liaison.OpenAsync(SignalLinks.MoveAnswer(Signal.Id));
        await liaison.SubmitAsync("Geef deze dag", HttpStatusCode.BadRequest, ("Uiterlijk wanneer", Day(10)));
        Assert.Contains("Schrijf waarom het een andere dag wordt.", liaison.Text, StringComparison.Ordinal);
        Assert.Contains("Dit is de dag die nu al is afgesproken.", liaison.Text, StringComparison.Ordinal);

        await liaison.SubmitAsync(
            "Geef deze dag",
            fields: [("Uiterlijk wanneer", Day(24)), ("Waarom", "Wij wachten op de provincie.")]
        );

        var visitor = await host.Browser().OpenAsync(Signal.Address());
        Assert.Contains("Wij wachten op de provincie.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("verplaatste het antwoord naar uiterlijk", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(host.Today().AddDays(24), (await OwedAsync()).Due);
        var promise = await host.Browser().OpenAsync(PromiseLinks.Show((await OwedAsync()).Id));
        Assert.Contains("Reden: Wij wachten op de provincie.", promise.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("samen verplaatst", promise.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_IsForTheLiaison_AndOnceTakenOverTheDayIsTheOthers()
    {
        foreach (var other in new[] { Place.ContactPerson, await Data.PersonAsync() })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await host.Browser(other).AskAsync(SignalLinks.MoveAnswer(Signal.Id))).StatusCode
            );
        }

        var police = await Data.OrganisationAsync(OrganisationKind.Police);
        await host.ActAsync(Place, Signal.Id, (s, a) => s.Forward(new SignalForward { OrganisationId = police.Id }, a));
        var liaison = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.MoveAnswer(Signal.Id));
        await host.ActAsync(
            Place,
            Signal.Id,
            (s, a) => s.Accept(s.Forwards[0].Id, a with { OnBehalfOfId = police.Id })
        );

        await liaison.SubmitAsync(
            "Geef deze dag",
            HttpStatusCode.BadRequest,
            ("Uiterlijk wanneer", Day(24)),
            ("Waarom", "Drukte.")
        );

        Assert.Contains("Een andere organisatie nam het antwoord over.", liaison.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhileItIsBeingAnswered_HasOneOutcome()
    {
        var moving = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.MoveAnswer(Signal.Id));
        var second = await Data.HolderAsync(Role.Liaison, Place.Municipality);
        var answering = await host.Browser(second).OpenAsync(SignalLinks.Answer(Signal.Id));
        await answering.SubmitAsync(
            "Bekijk hoe de indiener dit leest",
            fields: [("Pakken we op", "ja"), ("Uw antwoord", "Er komt een drempel.")]
        );

        var answers = await Task.WhenAll(
            moving.SubmitOnlyAsync("Geef deze dag", ("Uiterlijk wanneer", Day(24)), ("Waarom", "Drukte.")),
            answering.SubmitOnlyAsync("Verstuur dit antwoord")
        );

        // Moved first, it may still be answered; answered first, there is nothing left to move.
        Assert.Equal(HttpStatusCode.Redirect, answers[1].StatusCode);
        if (answers[0].StatusCode == HttpStatusCode.BadRequest)
        {
            Assert.Contains("Dit signaal heeft al een antwoord.", moving.Text, StringComparison.Ordinal);
            Assert.Contains("Drukte.", moving.Body, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(host.Today().AddDays(24), (await OwedAsync()).Due);
        }

        Assert.Equal(PromiseState.Kept, (await OwedAsync()).State);
    }

    private Task<Promise> OwedAsync() =>
        host.DbAsync(db => db.Promises.SingleAsync(p => p.SubjectId == Signal.Id && p.Kind == PromiseKind.Answer));

    private string Day(int ahead) => host.Today().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
