using System.Net;
using Brink.Features.Promises;
using Brink.Features.Rounds;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>Opening, extending and finishing a round (C5).</summary>
public sealed class RoundTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Officer_OpensARound_WhichIsAPromiseToAnswer()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.NewRound(made.DossierId));
        await browser.SubmitAsync("Open de ronde", HttpStatusCode.BadRequest);
        Assert.Contains("Kies wat voor ronde het is.", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(
            "Open de ronde",
            fields:
            [
                ("Suggesties vooraf", "ja"),
                ("Waarover reageren mensen?", "Het plan als geheel"),
                ("Wat wilt u weten?", "Wat moet erin?"),
                ("Op welke dag sluit", "2026-11-20"),
                ("Hoe laat", "17:00"),
                ("Op welke dag heeft iedereen", "2026-12-01"),
            ]
        );

        Assert.Contains("Nu open", browser.Text, StringComparison.Ordinal);
        Assert.Contains("20 november 2026, 17.00", browser.Text, StringComparison.Ordinal);
        var promise = await host.DbAsync(db =>
            db.Promises.Where(p => p.SubjectId == made.DossierId).OrderByDescending(p => p.Id).FirstAsync()
        );
        Assert.Equal((PromiseState.Open, new DateOnly(2026, 12, 1)), (promise.State, promise.Due));
        Assert.Equal(made.Place.Municipality.Id, promise.ByOrganisationId);
        var visitor = await host.Browser().OpenAsync(RoundLinks.All(made.DossierId));
        Assert.Contains("Suggesties vooraf", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync(PromiseLinks.Show(promise.Id));
    }

    [Theory]
    [InlineData("2026-11-01", "2026-12-01")]
    [InlineData("2026-11-20", "2026-11-20")]
    public async Task Round_ThatClosesInThePast_OrHasNoTimeForAnswers_IsRefused(string closes, string answer)
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.NewRound(made.DossierId));

        await browser.SubmitAsync(
            "Open de ronde",
            HttpStatusCode.BadRequest,
            ("Suggesties vooraf", "ja"),
            ("Waarover reageren mensen?", "Het plan als geheel"),
            ("Wat wilt u weten?", "Wat moet erin?"),
            ("Op welke dag sluit", closes),
            ("Op welke dag heeft iedereen", answer)
        );

        Assert.Contains("Wat moet erin?", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_NeedsAReason_AndShowsIt()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.Extend(made.DossierId, made.RoundId));
        (string, string)[] when = [("Op welke dag sluit", "2026-11-25"), ("Hoe laat", "12:00")];
        await browser.SubmitAsync("Maak de ronde langer", HttpStatusCode.BadRequest, when);
        Assert.Contains("Schrijf waarom de ronde langer duurt.", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Maak de ronde langer", fields: [.. when, ("Waarom", "Het was vakantie.")]);

        var page = await host.Browser().OpenAsync(RoundLinks.Round(made.DossierId, made.RoundId));
        Assert.Contains("Het was vakantie.", page.Text, StringComparison.Ordinal);
        Assert.Contains("25 november 2026, 12.00", page.Text, StringComparison.Ordinal);
        Assert.True(
            await host.DbAsync(db =>
                db.Journal.AnyAsync(e => e.SubjectId == made.DossierId && e.Verb == RoundVerbs.Extended)
            )
        );
    }

    [Fact]
    public async Task Finish_WhenOneWaits_IsRefused_AndAfterTheAnswerKeepsThePromise()
    {
        var made = await RoundsMade.WithAsync(host);
        var said = await made.SaidAsync(await made.Data.PersonAsync());
        using var _ = made.Closed();
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.Finish(made.DossierId, made.RoundId));
        Assert.Contains("1 reactie heeft nog geen antwoord.", browser.Text, StringComparison.Ordinal);
        await made.AnsweredAsync(await made.TakenUpAsync(said.Id));

        await browser.OpenAsync(RoundLinks.Finish(made.DossierId, made.RoundId));
        await browser.SubmitAsync("Rond de ronde af");

        var promise = await host.DbAsync(db =>
            db.Rounds.Where(r => r.Id == made.RoundId).Select(r => r.Promise!).SingleAsync()
        );
        Assert.Equal(PromiseState.Kept, promise.State);
        Assert.Equal(RoundLinks.Report(made.DossierId, made.RoundId), promise.ProofHref);
    }

    [Fact]
    public async Task Database_RefusesToFinish_AsLongAsOneWaits()
    {
        var made = await RoundsMade.WithAsync(host);
        await made.SaidAsync(await made.Data.PersonAsync());

        await host.DbAsync(db =>
            Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
                db.Database.ExecuteSqlAsync($"UPDATE rounds SET finished_at = now() WHERE id = {made.RoundId}")
            )
        );
    }

    [Fact]
    public async Task Clock_TellsOpeningAndClosing_Once()
    {
        var made = await RoundsMade.WithAsync(host);
        using var _ = made.Closed();

        await RunAsync();
        await RunAsync();

        Assert.Equal(
            1,
            await host.DbAsync(db =>
                db.Journal.CountAsync(e => e.SubjectId == made.DossierId && e.Verb == RoundVerbs.Closed)
            )
        );
    }

    [Fact]
    public async Task OnlyOfficers_OpenExtendAndFinish()
    {
        var made = await RoundsMade.WithAsync(host);
        foreach (var person in new[] { made.Place.ContactPerson, made.Place.Liaison, await made.Data.PersonAsync() })
        {
            foreach (
                var address in new[]
                {
                    RoundLinks.NewRound(made.DossierId),
                    RoundLinks.Extend(made.DossierId, made.RoundId),
                    RoundLinks.Finish(made.DossierId, made.RoundId),
                }
            )
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await host.Browser(person).AskAsync(address)).StatusCode);
            }
        }

        var other = await RoundsMade.WithAsync(host);
        await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.Round(other.DossierId, made.RoundId), HttpStatusCode.NotFound);
    }

    private Task<bool> RunAsync() =>
        host.DbAsync(async db =>
        {
            await new RoundClock(host.Time).RunAsync(db, default);
            return true;
        });
}
