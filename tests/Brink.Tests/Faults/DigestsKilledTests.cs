using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Brink.Features.Notices;
using Brink.Features.Notices.Jobs;
using Brink.Platform.Database;
using Brink.Platform.Mail;
using Brink.Tests.Platform.Mail;
using Brink.Tests.Support;
using Npgsql;

namespace Brink.Tests.Faults;

/// <summary>A morning's mails to many followers, with the program killed again and again: nobody is passed over.</summary>
public sealed class DigestsKilledTests : IAsyncDisposable
{
    /// <summary>bench/faults kills ten times among 100,000 followers; fewer show the same and take half a minute.</summary>
    private static readonly int Kills = Setting("BRINK_FAULTS_KILLS", 3);
    private static readonly int Most = Setting("BRINK_FAULTS_FOLLOWERS", 200);

    private readonly string folder = Directory.CreateTempSubdirectory("brink-digests-").FullName;
    private readonly ConcurrentQueue<(string To, string MessageId)> received = new();
    private readonly int port = RunningBrink.FreePort();
    private long memory;

    [Fact]
    public async Task Digests_WhenTheProgramIsKilledAgainAndAgain_ReachEachFollowerUnderOneNumber()
    {
        await using var mail = await SmtpServer.StartAsync();
        _ = ReceiveAsync(mail);
        var brink = await RunningBrink.StartAsync(folder, port, mail.Port);
        var clock = Stopwatch.StartNew();
        await FollowAsync();
        await HappenAsync();
        // The first kill may fall into taking the news out of the journal, the others into sending.
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(20, 900));
            if (kill > 1)
            {
                await GatherAsync();
            }

            memory = Math.Max(memory, brink.MostMemory);
            await brink.KillAsync();
            await brink.DisposeAsync();
            brink = await RunningBrink.StartAsync(folder, port, mail.Port);
        }

        await GoneAsync();
        memory = Math.Max(memory, brink.MostMemory);
        await brink.DisposeAsync();
        await CheckAsync(clock.Elapsed);
    }

    private async Task CheckAsync(TimeSpan took)
    {
        for (var patience = Stopwatch.StartNew(); Reached() < Most && patience.Elapsed < TimeSpan.FromSeconds(10); )
            await Task.Delay(100);
        var numbers = received.ToLookup(one => one.To, one => one.MessageId, StringComparer.Ordinal);
        Assert.Equal(Most, numbers.Count);
        Assert.All(numbers, one => Assert.Single(one.Distinct(StringComparer.Ordinal)));
        var twice = received.Count - received.Distinct().Count();
        // Accepted by the mail server and not yet marked when a kill came: the copy has the same number.
        Assert.InRange(twice, 0, Kills * new SmtpSettings().Connections);
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Most} followers, {Kills} kills, {took.TotalSeconds:0} s: {received.Count} mails, {twice} of them a second copy under the same number; {memory} MB at most"
            )
        );
    }

    private int Reached() => received.Select(one => one.To).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Everybody follows one example initiative, once a day.</summary>
    private Task FollowAsync() =>
        DoAsync(
            $"""
            WITH wanted AS (
                SELECT s.municipality_id, s.id FROM subjects s WHERE s.kind = 'Initiative' ORDER BY s.id LIMIT 1),
            made AS (
                INSERT INTO people (municipality_id, id, name, email, normalized_email, user_name, normalized_user_name,
                    language, created_at, contact_is_shared, email_confirmed, phone_number_confirmed, two_factor_enabled,
                    lockout_enabled, access_failed_count, wrong_codes, security_stamp)
                SELECT w.municipality_id, nextval('ids') * 100 + n, 'Volger ' || n, 'volger' || n || '@proef.example',
                    'VOLGER' || n || '@PROEF.EXAMPLE', 'volger' || n || '@proef.example',
                    'VOLGER' || n || '@PROEF.EXAMPLE', 'nl', now(), false, true, false, false, false, 0, 0, 'x'
                FROM wanted w, generate_series(1, {Most}) n
                RETURNING municipality_id, id)
            INSERT INTO follows (municipality_id, subject_id, person_id, frequency, since)
            SELECT m.municipality_id, w.id, m.id, 'Daily', now() FROM made m, wanted w;
            -- Followers come one by one over months, and the database knows of them: it looks every minute.
            ANALYZE people; ANALYZE follows
            """
        );

    private Task HappenAsync() =>
        DoAsync(
            """
            WITH happened AS (
                INSERT INTO journal (municipality_id, id, subject_id, verb, at, channel, about)
                SELECT municipality_id, nextval('ids') * 100, id, 'initiative.updated', now(), 'Web', '{}'
                FROM subjects WHERE kind = 'Initiative' ORDER BY id LIMIT 1
                RETURNING municipality_id, id)
            INSERT INTO pending_dispatches (municipality_id, journal_entry_id) SELECT municipality_id, id FROM happened
            """
        );

    /// <summary>What the clock does in the morning, more than once and from elsewhere.</summary>
    private async Task GatherAsync()
    {
        await using var db = new BrinkDb(Migrator.Options(RunningBrink.Database(folder)));
        db.TenantId = await AskAsync<long>("SELECT min(id) FROM municipalities");
        await new Digests(TimeProvider.System).RunAsync(db, TestContext.Current.CancellationToken);
    }

    private async Task GoneAsync()
    {
        var claim = MailSender.Claim.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            await GatherAsync();
            // As if the claims of the killed had passed.
            await DoAsync(
                $"UPDATE mail_messages SET not_before = now() WHERE state = 'Waiting' AND attempts > 0 AND not_before > now() + interval '5 seconds' AND not_before < now() + interval '{claim} seconds' - interval '5 seconds'"
            );
            var left = await AskAsync<long>(
                "SELECT (SELECT count(*) FROM mail_messages WHERE state = 'Waiting' AND kind = 'Digest') + (SELECT count(*) FROM pending_dispatches) + (SELECT count(*) FROM digest_lines)"
            );
            if (left == 0)
                return;
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60 + Most / 10.0), $"{left} stay behind.");
        }
    }

    private async Task ReceiveAsync(SmtpServer mail)
    {
        while (await mail.ReceiveNumberAsync() is { } one)
            if (one.To.StartsWith("volger", StringComparison.Ordinal))
                received.Enqueue(one);
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { } set ? int.Parse(set, CultureInfo.InvariantCulture) : usual;

    private Task<T?> AskAsync<T>(string question) =>
        PatientlyAsync(database => Sql.ScalarAsync<T?>(database, question));

    private Task DoAsync(string statement) =>
        PatientlyAsync(async database =>
        {
            await Sql.ExecuteAsync(database, statement);
            return true;
        });

    /// <summary>Waits for a database that is being brought back.</summary>
    private async Task<T> PatientlyAsync<T>(Func<string, Task<T>> ask)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100))
            try
            {
                return await ask(RunningBrink.Database(folder));
            }
            catch (NpgsqlException away) when (away.IsTransient && clock.Elapsed < TimeSpan.FromSeconds(30))
            {
                // Not yet.
            }
    }

    public async ValueTask DisposeAsync() => await EmbeddedServer.RemoveAsync(folder);
}
