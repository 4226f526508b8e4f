using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Places;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Tests.Features.Initiatives.GroundRules;

/// <summary>
/// Parties that act at the same moment: each outcome is stated in docs/states/ground-rules.md. A row that the database
/// holds makes them meet where it hurts, each time.
/// </summary>
public sealed class GroundRulesAtOnceTests(BrinkHost host) : RulesOfOneInitiative(host)
{
    [Fact]
    public async Task TwoParties_ProposeAtOnce_OneLiesOpenAndTheOtherIsTold()
    {
        var browsers = new[]
        {
            await CheckedAsync(Initiator, "Wij."),
            await CheckedAsync(Place.Liaison, "De gemeente."),
        };

        var answers = await Task.WhenAll(browsers.Select(b => b.SubmitOnlyAsync("Stel dit voor")));

        var lost = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains("Intussen is er een andere versie", browsers[lost].Text, StringComparison.Ordinal);
        Assert.Contains(
            lost == 0 ? "Wij." : "De gemeente.",
            browsers[lost].Page.QuerySelector("#Deciding")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Dit ligt er nu: versie 1", browsers[lost].Text, StringComparison.Ordinal);
        Assert.Single(await VersionsAsync(), v => v.State == RulesState.Proposed);
    }

    [Fact]
    public async Task TheLastTwo_AcceptAtOnce_AndItComesIntoForceOnce()
    {
        var (welfare, worker) = await WithWelfareAsync();
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);
        var liaison = await OpenAsync(Place.Liaison, Answer);
        var partner = await OpenAsync(worker, Answer);

        var answers = await MeetAsync(
            "SELECT 1 FROM ground_rules_versions WHERE state = 'Proposed' FOR UPDATE",
            [Accepting(liaison), Accepting(partner)]
        );

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(RulesState.InForce, Assert.Single(await VersionsAsync()).State);
        Assert.Equal(1, await CountAsync(GroundRulesVerbs.CameIntoForce));
        Assert.NotEqual(0, welfare.Id);
    }

    [Fact]
    public async Task Accepting_WhileTheTextIsReplaced_AcceptsNothingUnread()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Initiators, Parts("De eerste tekst."));
        var liaison = await OpenAsync(Place.Liaison, Answer);
        var initiator = await CheckedAsync(Initiator, "De tweede tekst.");

        var answers = await MeetAsync(
            "SELECT 1 FROM ground_rules_versions WHERE state = 'Proposed' FOR UPDATE",
            [() => initiator.SubmitOnlyAsync("Stel dit voor"), Accepting(liaison)]
        );

        var versions = await VersionsAsync();
        if (answers[1].StatusCode == HttpStatusCode.BadRequest)
        {
            Assert.Equal(HttpStatusCode.Redirect, answers[0].StatusCode);
            Assert.Contains("Lees wat er nu ligt.", liaison.Text, StringComparison.Ordinal);
            Assert.Contains("De tweede tekst.", liaison.Text, StringComparison.Ordinal);
            Assert.Equal([RulesState.Withdrawn, RulesState.Proposed], versions.Select(v => v.State));
            // Only who wrote it has accepted it.
            Assert.Single(versions[1].Responses);
        }
        else
        {
            // The acceptance was first: then that text holds, and the other is a proposal to change it.
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
            Assert.Equal([RulesState.InForce, RulesState.Proposed], versions.Select(v => v.State));
            Assert.Single(versions[1].Responses);
        }
    }

    [Fact]
    public async Task AnOldForm_DoesNotAcceptTheVersionThatCameInItsPlace()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Initiators, Parts("De eerste tekst."));
        var liaison = await OpenAsync(Place.Liaison, Answer);
        await ProposeDirectlyAsync(RulesPartyKind.Initiators, Parts("De tweede tekst."));

        await liaison.SubmitAsync(
            "Geef dit antwoord",
            HttpStatusCode.BadRequest,
            ("Wij aanvaarden deze spelregels", "ja")
        );

        Assert.Contains("De tweede tekst.", liaison.Text, StringComparison.Ordinal);
        Assert.Equal([RulesState.Withdrawn, RulesState.Proposed], (await VersionsAsync()).Select(v => v.State));
        // Read now, and accepted now.
        await liaison.SubmitAsync("Geef dit antwoord", fields: ("Wij aanvaarden deze spelregels", "ja"));
        Assert.Equal(RulesState.InForce, (await VersionsAsync())[1].State);
    }

    [Fact]
    public async Task ARoleThatEnds_WhileItsHolderAccepts_CountsNoMore()
    {
        var (welfare, worker) = await WithWelfareAsync();
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);
        await AcceptDirectlyAsync(RulesPartyKind.Municipality);
        var partner = await OpenAsync(worker, Answer);

        // The role is being ended: the accepting request still reads it as it was, and waits for this row.
        var answers = await MeetAsync(
            $"UPDATE role_holdings SET \"to\" = '2026-11-01' WHERE person_id = {worker.Id} AND organisation_id = {welfare.Id}",
            [Accepting(partner)]
        );

        Assert.Equal(HttpStatusCode.BadRequest, answers[0].StatusCode);
        Assert.Contains("Uw rol is intussen beëindigd.", partner.Text, StringComparison.Ordinal);
        Assert.Equal(RulesState.Proposed, Assert.Single(await VersionsAsync()).State);
    }

    [Fact]
    public async Task ARoleThatEndsAfter_DidCount()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);
        await AcceptAsync(Place.Liaison);
        await Data.SaveAsync(async db =>
        {
            var held = await db.RoleHoldings.SingleAsync(h => h.PersonId == Place.Liaison.Id);
            held.To = new DateOnly(2026, 11, 1);
            return held;
        });

        Assert.Equal(RulesState.InForce, Assert.Single(await VersionsAsync()).State);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Host.Browser(Place.Liaison).AskAsync(InitiativeLinks.AnswerRules(Initiative.Id))).StatusCode
        );
    }

    [Fact]
    public async Task AParty_JoinsWhileTheLastAcceptanceComes_AndEitherIsAskedNowOrNextTime()
    {
        var welfare = await Data.OrganisationAsync(OrganisationKind.Welfare);
        await Data.HolderAsync(Role.CommunityWorker, welfare);
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);
        var liaison = await OpenAsync(Place.Liaison, Answer);
        var initiator = await OpenAsync(Initiator, "spelregels/partijen");

        var answers = await MeetAsync(
            "SELECT 1 FROM ground_rules_versions WHERE state = 'Proposed' FOR UPDATE",
            [
                () => initiator.SubmitOnlyAsync("Vraag deze organisatie", ("Welke organisatie?", welfare.Name)),
                Accepting(liaison),
            ]
        );

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        var joined = await CountAsync(GroundRulesVerbs.PartyJoined);
        Assert.Equal(1, joined);
        var acceptedBefore = await CountAsync(GroundRulesVerbs.CameIntoForce) == 1;
        Assert.Equal(
            acceptedBefore ? RulesState.InForce : RulesState.Proposed,
            Assert.Single(await VersionsAsync()).State
        );
    }

    [Fact]
    public async Task TheSameFormTwice_MakesOneVersion()
    {
        var browser = await CheckedAsync(Initiator, "Wij.");
        var twin = browser.Form("Stel dit voor");
        var body = await twin.Content!.ReadAsStringAsync();
        var type = twin.Content.Headers.ContentType;
        HttpRequestMessage Request() =>
            new(HttpMethod.Post, twin.RequestUri)
            {
                Content = new StringContent(body) { Headers = { ContentType = type } },
            };

        var answers = await Task.WhenAll(browser.SendAsync(Request()), browser.SendAsync(Request()));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Single(await VersionsAsync());
    }

    [Fact]
    public async Task TheDatabase_ItselfHoldsOneOpenAndOneInForce()
    {
        await ProposeDirectlyAsync(RulesPartyKind.Initiators);
        await AcceptDirectlyAsync(RulesPartyKind.Municipality);
        await ProposeDirectlyAsync(RulesPartyKind.Initiators, Parts("Anders."));
        await using var connection = new NpgsqlConnection(Host.Database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        var twoInForce = await RefusalOfAsync(
            connection,
            $"UPDATE ground_rules_versions SET state = 'InForce', decided_at = now() WHERE initiative_id = {Initiative.Id}"
        );
        var twoOpen = await RefusalOfAsync(
            connection,
            $"UPDATE ground_rules_versions SET state = 'Proposed', decided_at = NULL WHERE initiative_id = {Initiative.Id}"
        );

        Assert.Equal("ex_ground_rules_versions_one_in_force", twoInForce);
        Assert.Equal("ix_ground_rules_versions_one_open", twoOpen);
    }

    private static async Task<string?> RefusalOfAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        var problem = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        return problem.ConstraintName;
    }

    private async Task<(Organisation Welfare, Person Worker)> WithWelfareAsync()
    {
        var welfare = await Data.OrganisationAsync(OrganisationKind.Welfare);
        var worker = await Data.HolderAsync(Role.CommunityWorker, welfare);
        await ChangeAsync(i => Done(i.AskAsParty(welfare.Id, Data.Now())));
        return (welfare, worker);
    }

    private async Task<TestBrowser> CheckedAsync(Person person, string deciding)
    {
        var browser = await OpenAsync(person, Propose);
        await browser.SubmitAsync("Verder", fields: ("Van bewoners", "ja"));
        return await browser.SubmitAsync("Bekijk het voorstel", fields: ("Wie beslist?", deciding));
    }

    private static Func<Task<HttpResponseMessage>> Accepting(TestBrowser browser) =>
        () => browser.SubmitOnlyAsync("Geef dit antwoord", ("Wij aanvaarden deze spelregels", "ja"));

    /// <summary>All run until they wait for a row that is held; then it is let go.</summary>
    private async Task<HttpResponseMessage[]> MeetAsync(
        string hold,
        IReadOnlyCollection<Func<Task<HttpResponseMessage>>> acts
    )
    {
        var stop = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(Host.Database.OwnerConnectionString);
        await connection.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using (var command = new NpgsqlCommand(hold, connection, transaction))
        {
            await command.ExecuteNonQueryAsync(stop);
        }

        var running = acts.Select(act => Task.Run(act, stop)).ToArray();
        await WaitForAsync(acts.Count, stop);
        await transaction.CommitAsync(stop);
        return await Task.WhenAll(running);
    }

    /// <summary>Until as many connections wait for a lock; some may wait behind another of them.</summary>
    private async Task WaitForAsync(int waiting, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(Host.Database.OwnerConnectionString);
        await connection.OpenAsync(stop);
        for (var tries = 0; tries < 200; tries++)
        {
            await using var command = new NpgsqlCommand(
                "SELECT count(DISTINCT l.pid) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()",
                connection
            );
            if ((long)(await command.ExecuteScalarAsync(stop))! >= waiting)
            {
                return;
            }

            await Task.Delay(50, stop);
        }

        Assert.Fail("Nobody waited for the row.");
    }
}
