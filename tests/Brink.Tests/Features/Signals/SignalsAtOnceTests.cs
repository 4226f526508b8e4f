using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Signals;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Signals;

/// <summary>Two people at the same moment: each outcome is stated, and no words are lost.</summary>
public sealed class SignalsAtOnceTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private const int Rounds = 5;
    private static int numbered;

    private TestData Data { get; } = new(host);
    private Place Place { get; set; } = null!;
    private Person Sender { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Place = await Data.PlaceAsync();
        Sender = await Data.PersonAsync("Bewoner");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_MergeWhileItIsBeingAnswered_HasOneOutcomeAndLosesNoWords()
    {
        var second = await Data.HolderAsync(Role.Liaison, Place.Municipality);
        for (var round = 0; round < Rounds; round++)
        {
            var (signal, target) = await PairAsync(round);
            var answering = await AnsweringAsync(second, signal, round);
            var merging = await MergingAsync(signal);

            var answers = await Task.WhenAll(
                answering.SubmitOnlyAsync("Verstuur dit antwoord"),
                merging.SubmitOnlyAsync("Voeg samen", ($"Doel {round}", "ja"))
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            var now = await host.DbAsync(db => db.Signals.SingleAsync(s => s.Id == signal.Id));
            if (answers[0].StatusCode == HttpStatusCode.BadRequest)
            {
                Assert.Equal(SignalState.Merged, now.State);
                Assert.Null(now.Answer);
                Assert.Contains("gaat intussen verder in een ander signaal", answering.Text, StringComparison.Ordinal);
                Assert.Contains($"Antwoord {round}", answering.Body, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(SignalState.Answered, now.State);
                Assert.Null(now.MergedIntoId);
                Assert.Contains("heeft al een antwoord", merging.Text, StringComparison.Ordinal);
                Assert.False(
                    await host.DbAsync(db =>
                        db.Promises.AnyAsync(p => p.SubjectId == target.Id && p.Kind == PromiseKind.Answer)
                    )
                );
            }
        }
    }

    [Fact]
    public async Task Post_MergeIntoASignalThatIsBeingAnswered_LeavesNobodyWithoutAnAnswer()
    {
        var second = await Data.HolderAsync(Role.Liaison, Place.Municipality);
        for (var round = 0; round < Rounds; round++)
        {
            var (signal, target) = await PairAsync(round);
            var answering = await AnsweringAsync(second, target, round);
            var merging = await MergingAsync(signal);

            var answers = await Task.WhenAll(
                answering.SubmitOnlyAsync("Verstuur dit antwoord"),
                merging.SubmitOnlyAsync("Voeg samen", ($"Doel {round}", "ja"))
            );

            Assert.Equal(HttpStatusCode.Redirect, answers[0].StatusCode);
            var (one, other) = await host.DbAsync(async db =>
                (
                    await db.Signals.SingleAsync(s => s.Id == signal.Id),
                    await db.Signals.SingleAsync(s => s.Id == target.Id)
                )
            );
            Assert.Equal(SignalState.Answered, other.State);
            if (answers[1].StatusCode == HttpStatusCode.BadRequest)
            {
                // The answer came first: this one stays open, with its own date.
                Assert.Equal(SignalState.Triaged, one.State);
                Assert.Contains("intussen een antwoord", merging.Text, StringComparison.Ordinal);
            }
            else
            {
                // It went up first: the answer is for both, and every date is kept.
                Assert.Equal(SignalState.Merged, one.State);
            }

            Assert.Equal(
                one.State == SignalState.Merged ? 0 : 1,
                await host.DbAsync(db =>
                    db.Promises.CountAsync(p =>
                        (p.SubjectId == signal.Id || p.SubjectId == target.Id) && p.State == PromiseState.Open
                    )
                )
            );
        }
    }

    [Fact]
    public async Task Post_MergeCrosswise_MakesNoCircle()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (signal, target) = await PairAsync(round);
            var one = await MergingAsync(signal);
            var other = await MergingAsync(target);

            var answers = await Task.WhenAll(
                one.SubmitOnlyAsync("Voeg samen", ($"Doel {round}", "ja")),
                other.SubmitOnlyAsync("Voeg samen", ($"Bron {round}", "ja"))
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Equal(
                1,
                await host.DbAsync(db =>
                    db.Signals.CountAsync(s => (s.Id == signal.Id || s.Id == target.Id) && s.MergedIntoId != null)
                )
            );
        }
    }

    [Fact]
    public async Task Post_AcceptByTwoOrganisationsAtOnce_LetsOneOweTheAnswer()
    {
        var signal = await Data.SignalAsync(host, Place, Sender);
        await host.ActAsync(Place, signal.Id, (s, a) => s.Triage(host.Today().AddDays(20), a));
        var browsers = new List<TestBrowser>();
        foreach (var kind in new[] { OrganisationKind.Police, OrganisationKind.Welfare })
        {
            var organisation = await Data.OrganisationAsync(kind);
            var person = await Data.HolderAsync(Role.ContactPerson, organisation);
            await host.ActAsync(
                Place,
                signal.Id,
                (s, a) => s.Forward(new SignalForward { OrganisationId = organisation.Id }, a)
            );
            browsers.Add(await host.Browser(person).OpenAsync(SignalLinks.Accept(signal.Id)));
        }

        var answers = await Task.WhenAll(browsers.Select(b => b.SubmitOnlyAsync("Ja, wij geven het antwoord")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
        Assert.Equal(
            1,
            await host.DbAsync(db =>
                db.Promises.CountAsync(p => p.SubjectId == signal.Id && p.State == PromiseState.Open)
            )
        );
    }

    private async Task<(Signal Signal, Signal Target)> PairAsync(int round)
    {
        var word = $"zwembad{Interlocked.Increment(ref numbered)}{Environment.TickCount64}";
        var signal = await Data.SignalAsync(host, Place, Sender, $"Bron {round} {word}");
        var target = await Data.SignalAsync(host, Place, Sender, $"Doel {round} {word}");
        await host.ActAsync(Place, signal.Id, (s, a) => s.Triage(host.Today().AddDays(20), a));
        return (signal, target);
    }

    private async Task<TestBrowser> AnsweringAsync(Person liaison, Signal signal, int round)
    {
        var browser = await host.Browser(liaison).OpenAsync(SignalLinks.Answer(signal.Id));
        return await browser.SubmitAsync(
            "Bekijk hoe de indiener dit leest",
            fields: [("Pakken we op", "ja"), ("Uw antwoord", $"Antwoord {round}")]
        );
    }

    private Task<TestBrowser> MergingAsync(Signal signal) =>
        host.Browser(Place.Liaison)
            .OpenAsync(
                SignalLinks.Merge(signal.Id) + "?zoek=" + Uri.EscapeDataString(signal.Subject.Title.Split(' ')[2])
            );
}
