using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Brink.Platform.Database;
using Brink.Platform.Mail;
using Brink.Tests.Platform.Mail;
using Brink.Tests.Support;
using Npgsql;

namespace Brink.Tests.Faults;

/// <summary>Program or database are killed while many hand in: what was acknowledged is there, and its mail goes once.</summary>
public sealed class KilledTests : IAsyncDisposable
{
    /// <summary>bench/faults sets it to 1,000; fewer show the same and take less than a minute.</summary>
    private static readonly int Most = int.Parse(
        Environment.GetEnvironmentVariable("BRINK_FAULTS_HAND_INS") ?? "120",
        CultureInfo.InvariantCulture
    );

    /// <summary>A mail that a killed program had in hand is tried again after this.</summary>
    private static readonly TimeSpan Claim = Brink.Features.Notices.MailSender.Claim;

    private readonly string folder = Directory.CreateTempSubdirectory("brink-killed-").FullName;
    private readonly ConcurrentQueue<(string To, string MessageId)> received = new();

    [Fact]
    public async Task HandIns_WhenTheProgramIsKilled_AreAllThereAndTheirMailGoesOnce()
    {
        await using var mail = await SmtpServer.StartAsync();
        _ = ReceiveAsync(mail);
        var port = RunningBrink.FreePort();
        HandingIn handing;
        DateTimeOffset killedAt;
        await using (var first = await RunningBrink.StartAsync(folder, port, mail.Port))
        {
            handing = new HandingIn(await VillageAsync(), Most);
            var running = handing.RunAsync(first.Address);
            await handing.WaitForAsync(Most / 2);
            await first.KillAsync();
            killedAt = TimeProvider.System.GetUtcNow();
            await running;
        }
        var before = handing.Acknowledged.Count;

        var clock = Stopwatch.StartNew();
        await using var second = await RunningBrink.StartAsync(folder, port, mail.Port);
        var recovered = clock.Elapsed;
        await handing.RunAsync(second.Address);
        await MailsGoneAsync(killedAt);
        await ReceivedAsync(handing);
        await CheckAsync(handing);

        Tell(
            $"{before} acknowledged before the kill, {handing.Acknowledged.Count} in all; first page {recovered.TotalSeconds:0.0} s after the new start"
        );
    }

    [Fact]
    public async Task HandIns_WhenTheDatabaseIsKilled_AreAllThereAndTheirMailGoesOnce()
    {
        await using var mail = await SmtpServer.StartAsync();
        _ = ReceiveAsync(mail);
        await using var brink = await RunningBrink.StartAsync(folder, RunningBrink.FreePort(), mail.Port);
        var handing = new HandingIn(await VillageAsync(), Most);
        var running = handing.RunAsync(brink.Address);
        await handing.WaitForAsync(Most / 2);

        ServerSignal.Kill(ServerProcess());
        var killedAt = TimeProvider.System.GetUtcNow();
        await running;
        await MailsGoneAsync(killedAt);
        await ReceivedAsync(handing);
        await CheckAsync(handing);

        var refusals = string.Join(", ", handing.Refusals.Select(r => $"{r.Value} × {r.Key}"));
        Tell($"{handing.Acknowledged.Count} of {Most} acknowledged; meanwhile {refusals}");
        Assert.True(!handing.Refusals.ContainsKey("500"), string.Join('\n', brink.Unhandled));
    }

    /// <summary>Each acknowledged idea is in the database once, and its receipt came under one number.</summary>
    private async Task CheckAsync(HandingIn handing)
    {
        var kept = (
            await AskAsync<string[]>(
                """
                SELECT array_agg(p.email::text) FROM initiatives i
                JOIN contributions c ON c.municipality_id = i.municipality_id AND c.id = i.contribution_id
                JOIN people p ON p.municipality_id = c.municipality_id AND p.id = c.by_person_id
                WHERE p.email LIKE 'indiener%@proef.example'
                """
            )
        )!.ToLookup(address => address, StringComparer.Ordinal);
        Assert.All(handing.Acknowledged.Keys, address => Assert.Single(kept[address]));
        Assert.All(kept, group => Assert.Single(group));

        var numbers = received.ToLookup(mail => mail.To, mail => mail.MessageId, StringComparer.Ordinal);
        Assert.All(
            handing.Acknowledged.Keys,
            address => Assert.Single(numbers[address].Distinct(StringComparer.Ordinal))
        );
        var twice = received.Count - received.Distinct().Count();
        // Accepted by the mail server and not yet marked when the kill came: the copy has the same number. No more than
        // were on their way at that moment.
        Assert.InRange(twice, 0, new SmtpSettings().Connections);
        Tell($"{kept.Count} ideas, {received.Count} receipts, {twice} of them a second copy under the same number");
    }

    private async Task MailsGoneAsync(DateTimeOffset killedAt)
    {
        var until = (killedAt + Claim).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        if (Most < 1000)
            // As if those two minutes had passed.
            await AskAsync<object>(
                $"UPDATE mail_messages SET not_before = now() WHERE state = 'Waiting' AND attempts > 0 AND not_before <= '{until}'"
            );
        var clock = Stopwatch.StartNew();
        while (
            await AskAsync<long>(
                "SELECT (SELECT count(*) FROM mail_messages WHERE state = 'Waiting' AND kind = 'Receipt') + (SELECT count(*) FROM pending_dispatches)"
            ) > 0
        )
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(6), "Mails stay behind.");
            await Task.Delay(200);
        }
    }

    /// <summary>What the mail server accepted reaches us a moment later.</summary>
    private async Task ReceivedAsync(HandingIn handing)
    {
        for (
            var clock = Stopwatch.StartNew();
            clock.Elapsed < TimeSpan.FromSeconds(10)
                && received.Select(mail => mail.To).Distinct(StringComparer.Ordinal).Count()
                    < handing.Acknowledged.Count;

        )
            await Task.Delay(100);
    }

    private async Task ReceiveAsync(SmtpServer mail)
    {
        while (await mail.ReceiveNumberAsync() is { } one)
            if (one.To.StartsWith("indiener", StringComparison.Ordinal))
                received.Enqueue(one);
    }

    /// <summary>Waits for a database that is being brought back.</summary>
    private async Task<T?> AskAsync<T>(string question)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100))
            try
            {
                return await Sql.ScalarAsync<T>(RunningBrink.Database(folder), question);
            }
            catch (NpgsqlException away) when (away.IsTransient && clock.Elapsed < TimeSpan.FromSeconds(30))
            {
                // Not yet.
            }
    }

    private Task<long> VillageAsync() => AskAsync<long>("SELECT min(id) FROM villages");

    private int ServerProcess() =>
        int.Parse(
            File.ReadLines(Path.Combine(folder, "postgres", "data", "postmaster.pid")).First(),
            CultureInfo.InvariantCulture
        );

    private static void Tell(FormattableString figure) =>
        TestContext.Current.TestOutputHelper!.WriteLine(figure.ToString(CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync() => await EmbeddedServer.RemoveAsync(folder);
}
