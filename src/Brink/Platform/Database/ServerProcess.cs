using System.Diagnostics;
using Brink.Platform.Startup;
using Npgsql;

namespace Brink.Platform.Database;

/// <summary>The running server: started, watched, started again when it dies, stopped.</summary>
internal sealed class ServerProcess(
    ServerHome home,
    PostgresPrograms programs,
    BoundedLog log,
    TimeSpan startLimit,
    Func<ILogger> logger
) : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource stopping = new();
    private Process? process;
    private Task watching = Task.CompletedTask;

    public async Task StartAsync(CancellationToken ct)
    {
        await StopLeftOverAsync(home, ct);
        await StartOnceOthersAreGoneAsync(ct);
        watching = WatchAsync();
    }

    /// <summary>A killed Brink leaves its server running.</summary>
    public static async Task StopLeftOverAsync(ServerHome home, CancellationToken ct)
    {
        if (Postmaster.Of(home.Cluster) is not { } left)
            return;
        if (!left.IsRunning)
        {
            left.ForgetIfItsNumberWasReused();
            return;
        }
        left.StopFast();
        await left.WaitUntilGoneAsync(StopLimit, ct);
    }

    private async Task StartOnceOthersAreGoneAsync(CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await StartProcessAsync(ct);
                return;
            }
            // The parts of a killed server need a moment to notice that it is gone.
            catch (CannotStartException)
                when (clock.Elapsed < TimeSpan.FromSeconds(20)
                    && log.LastLines.Contains("pre-existing shared memory block", StringComparison.Ordinal)
                )
            {
                await Task.Delay(200, ct);
            }
        }
    }

    private async Task StartProcessAsync(CancellationToken ct)
    {
        log.ForgetLastLines();
        var start = home.User.Command(programs.Server, Arguments(), ownSession: true);
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        process?.Dispose();
        process = Process.Start(start)!;
        process.StandardInput.Close();
        _ = log.CopyAsync(process.StandardOutput);
        await WaitUntilReadyAsync(log.CopyAsync(process.StandardError), ct);
    }

    // What decides who can reach the server stands here, where ALTER SYSTEM can't change it.
    private string[] Arguments() =>
        [
            "-D",
            home.Cluster,
            "-c",
            $"config_file={home.Settings}",
            "-c",
            $"hba_file={home.Access}",
            "-c",
            $"ident_file={home.Identities}",
            "-c",
            "listen_addresses=",
            "-c",
            $"port={ServerHome.Port}",
            "-c",
            $"unix_socket_directories={home.SocketFolder}",
            "-c",
            "unix_socket_permissions=0700",
        ];

    private async Task WaitUntilReadyAsync(Task said, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        while (Postmaster.Of(home.Cluster) is not { IsRunning: true, IsReady: true })
        {
            if (process!.HasExited)
            {
                await Task.WhenAny(said, Task.Delay(500, ct));
                throw new CannotStartException($"PostgreSQL does not start: {log.LastLines}");
            }
            if (clock.Elapsed > startLimit)
                throw new CannotStartException($"PostgreSQL is not ready after {startLimit}: {log.LastLines}");
            await Task.Delay(20, ct);
        }
    }

    private async Task WatchAsync()
    {
        var pause = TimeSpan.Zero;
        try
        {
            while (true)
            {
                var lasted = Stopwatch.StartNew();
                await process!.WaitForExitAsync(stopping.Token);
                pause = lasted.Elapsed > TimeSpan.FromMinutes(1) ? TimeSpan.Zero : pause;
                logger().LogError("PostgreSQL has stopped by itself; starting it again");
                pause = await StartAgainAsync(pause);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
    }

    private async Task<TimeSpan> StartAgainAsync(TimeSpan pause)
    {
        while (true)
        {
            await Task.Delay(pause, stopping.Token);
            pause = pause == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : pause * 2;
            pause = pause > LongestPause ? LongestPause : pause;
            try
            {
                await StopLeftOverAsync(home, stopping.Token);
                await StartOnceOthersAreGoneAsync(stopping.Token);
                // Connections at hand all lead to the server that is gone.
                NpgsqlConnection.ClearAllPools();
                logger().LogInformation("PostgreSQL runs again");
                return pause;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger().LogError(failure, "PostgreSQL does not start again yet");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        if (process is { HasExited: false })
            await StopAsync(process);
        process?.Dispose();
        stopping.Dispose();
    }

    private async Task StopAsync(Process running)
    {
        (Postmaster.Of(home.Cluster) ?? new Postmaster(home.Cluster, running.Id)).StopFast();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await running.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Its write-ahead log is complete: the next start recovers.
            running.Kill(entireProcessTree: true);
        }
    }
}
