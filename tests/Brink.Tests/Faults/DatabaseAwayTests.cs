using System.Diagnostics;
using System.Globalization;
using System.Net;
using Brink.Tests.Support;

namespace Brink.Tests.Faults;

/// <summary>The database stops answering while people read; on a server of its own, for the other tests need theirs.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private const string Page = "/initiatieven";
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(10);

    /// <summary>Room for a busy machine; the figures that are told are what counts.</summary>
    private static readonly TimeSpan Sane = TimeSpan.FromSeconds(9);

    private readonly PostgresFixture postgres = new();
    private readonly BrinkHost host;
    private int asked;

    public DatabaseAwayTests() => host = new BrinkHost(postgres);

    public ValueTask InitializeAsync() => host.InitializeAsync();

    [Fact]
    public async Task Get_WhileTheDatabaseIsFrozen_Says503AndRecoversAndCachedPagesGoOn()
    {
        using var reader = host.Browser();
        await reader.OpenAsync(Page);
        await reader.OpenAsync(NewAddress());
        var server = host.Database.Server;
        var away = Stopwatch.StartNew();
        ServerSignal.Freeze(server);
        try
        {
            // Also when the list of municipalities is due to be read again.
            host.Time.Advance(TimeSpan.FromMinutes(1));
            var (cached, slowest) = await TimeAsync(Page);
            Assert.Equal(HttpStatusCode.OK, cached.StatusCode);
            Assert.True(slowest < TimeSpan.FromSeconds(4), $"A cached page took {slowest}.");

            var (refused, patience) = await TimeAsync(NewAddress());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(10, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
            Assert.True(patience < Sane, $"To say that the database is away took {patience}.");

            var (again, quick) = await TimeAsync(Page);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await TimeAsync("/health/live")).Response.StatusCode);
            Tell($"frozen: 503 after {Seconds(patience)}, cached page after {Seconds(slowest)}, then {Seconds(quick)}");
            await Task.Delay(Away > away.Elapsed ? Away - away.Elapsed : TimeSpan.Zero);
        }
        finally
        {
            ServerSignal.Thaw(server);
        }

        Tell($"frozen for {Seconds(away.Elapsed)}: pages again after {Seconds(await UntilPagesComeAsync())}");
    }

    [Fact]
    public async Task Get_AfterTheDatabaseIsKilled_RecoversByItself()
    {
        using var reader = host.Browser();
        await reader.OpenAsync(Page);
        await reader.OpenAsync(NewAddress());

        ServerSignal.Kill(host.Database.Server.ProcessId);

        Assert.Equal(HttpStatusCode.OK, (await TimeAsync(Page)).Response.StatusCode);
        var recovered = await UntilPagesComeAsync();
        Tell($"killed: pages again after {Seconds(recovered)}");
    }

    /// <summary>Nothing but 200 and 503 comes meanwhile.</summary>
    private async Task<TimeSpan> UntilPagesComeAsync()
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var (response, _) = await TimeAsync(NewAddress());
            if (response.StatusCode == HttpStatusCode.OK)
                return clock.Elapsed;
            Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, host.Problems.Told);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "Pages don't come back.");
        }
    }

    private async Task<(HttpResponseMessage Response, TimeSpan Took)> TimeAsync(string address)
    {
        using var browser = host.Browser();
        var clock = Stopwatch.StartNew();
        var response = await browser.AskAsync(address);
        return (response, clock.Elapsed);
    }

    /// <summary>Not asked before, so not in the cache.</summary>
    private string NewAddress() => string.Create(CultureInfo.InvariantCulture, $"{Page}?keer={++asked}");

    private static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    private static void Tell(string figure) => TestContext.Current.TestOutputHelper!.WriteLine(figure);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
