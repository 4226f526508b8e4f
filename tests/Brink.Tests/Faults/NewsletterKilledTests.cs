using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Brink.Features.Notices;
using Brink.Platform.Database;
using Brink.Tests.Platform.Mail;
using Brink.Tests.Support;
using Npgsql;

namespace Brink.Tests.Faults;

/// <summary>A newsletter to many, with the program killed again and again: everyone gets it, under one number.</summary>
public sealed class NewsletterKilledTests : IAsyncDisposable
{
    /// <summary>With BRINK_FAULTS_READERS=30000 as many as a municipality has; fewer show the same in half a minute.</summary>
    private static readonly int Kills = Setting("BRINK_FAULTS_KILLS", 3);
    private static readonly int Most = Setting("BRINK_FAULTS_READERS", 300);

    private readonly string folder = Directory.CreateTempSubdirectory("brink-newsletter-").FullName;
    private readonly ConcurrentQueue<(string To, string MessageId)> received = new();
    private readonly int port = RunningBrink.FreePort();

    [Fact]
    public async Task Newsletter_WhenTheProgramIsKilledAgainAndAgain_ReachesEachReaderUnderOneNumber()
    {
        await using var mail = await SmtpServer.StartAsync();
        _ = ReceiveAsync(mail);
        var brink = await RunningBrink.StartAsync(folder, port, mail.Port);
        var clock = Stopwatch.StartNew();
        await SubscribeAsync();
        await SendAsync();
        // The first kill may fall into making the mails, the others into sending them.
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(20, 900));
            await brink.KillAsync();
            await brink.DisposeAsync();
            brink = await RunningBrink.StartAsync(folder, port, mail.Port);
        }

        await GoneAsync();
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
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Most} readers, {Kills} kills, {took.TotalSeconds:0} s: {received.Count} mails, {twice} of them a second copy under the same number"
            )
        );
        Assert.InRange(twice, 0, Kills * MostAtOnce);
    }

    /// <summary>How many mails one instance hands over at the same moment, at most.</summary>
    private const int MostAtOnce = 16;

    private int Reached() => received.Select(one => one.To).Distinct(StringComparer.Ordinal).Count();

    private Task SubscribeAsync() =>
        DoAsync(
            $"""
            WITH made AS (
                INSERT INTO people (municipality_id, id, name, email, normalized_email, user_name, normalized_user_name,
                    language, created_at, contact_is_shared, email_confirmed, phone_number_confirmed, two_factor_enabled,
                    lockout_enabled, access_failed_count, wrong_codes, security_stamp)
                SELECT m.id, nextval('ids') * 100 + n, 'Lezer ' || n, 'lezer' || n || '@proef.example',
                    'LEZER' || n || '@PROEF.EXAMPLE', 'lezer' || n || '@proef.example',
                    'LEZER' || n || '@PROEF.EXAMPLE', 'nl', now(), false, true, false, false, false, 0, 0, 'x'
                FROM (SELECT min(id) AS id FROM municipalities) m, generate_series(1, {Most}) n
                RETURNING municipality_id, id)
            INSERT INTO newsletter_subscriptions (municipality_id, id, person_id, state, wants_everyone, since)
            SELECT municipality_id, id, id, 'Active', true, now() FROM made
            """
        );

    /// <summary>What pressing 'Verstuur' leaves in the database: the fixed text and a line in the journal.</summary>
    private Task SendAsync() =>
        DoAsync(
            """
            WITH made AS (
                INSERT INTO subjects (municipality_id, id, kind, title, slug, visibility, created_at, changed_at, search_text)
                SELECT min(id), nextval('ids') * 100, 'Newsletter', 'Proefbrief', 'proefbrief', 'Public', now(), now(), ''
                FROM municipalities
                RETURNING municipality_id, id),
            letter AS (
                INSERT INTO newsletters (municipality_id, id, organisation_id, state, since, opening, closing, sent_at,
                    "left", failed, is_example, changes)
                SELECT made.municipality_id, made.id,
                    (SELECT min(o.id) FROM organisations o
                     WHERE o.municipality_id = made.municipality_id AND o.kind = 'Municipality'),
                    'Sent', now(), 'Dag allemaal.', '', now(), 0, 0, false, 0
                FROM made RETURNING municipality_id, id),
            happened AS (
                INSERT INTO journal (municipality_id, id, subject_id, verb, at, channel, about)
                SELECT municipality_id, nextval('ids') * 100, id, 'newsletter.sent', now(), 'Web', '{}' FROM letter
                RETURNING municipality_id, id)
            INSERT INTO pending_dispatches (municipality_id, journal_entry_id) SELECT municipality_id, id FROM happened
            """
        );

    private async Task GoneAsync()
    {
        var claim = MailSender.Claim.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            // As if the claims of the killed had passed, and the minutes over which the mails are spread.
            await DoAsync(
                $"""
                UPDATE mail_messages SET not_before = now()
                WHERE state = 'Waiting' AND kind = 'Newsletter' AND (
                    (attempts = 0 AND not_before > now())
                    OR (attempts > 0 AND not_before > now() + interval '5 seconds'
                        AND not_before < now() + interval '{claim} seconds' - interval '5 seconds'))
                """
            );
            var left = await AskAsync<long>(
                "SELECT (SELECT count(*) FROM mail_messages WHERE state = 'Waiting' AND kind = 'Newsletter') + (SELECT count(*) FROM pending_dispatches)"
            );
            if (left == 0)
                return;
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60 + Most / 10.0), $"{left} stay behind.");
        }
    }

    private async Task ReceiveAsync(SmtpServer mail)
    {
        while (await mail.ReceiveNumberAsync() is { } one)
            if (one.To.StartsWith("lezer", StringComparison.Ordinal))
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
