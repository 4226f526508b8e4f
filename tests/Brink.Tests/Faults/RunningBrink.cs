using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Brink.Platform.Database;
using Brink.Tests.Support;
using Npgsql;

namespace Brink.Tests.Faults;

/// <summary>The program as it runs in use: a process of its own with a private database, and mail to a real server.</summary>
internal sealed class RunningBrink : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> unhandled = new();

    private RunningBrink(Process process, string folder, int port) =>
        (this.process, Folder, Port) = (process, folder, port);

    public string Folder { get; }
    public int Port { get; }

    /// <summary>The most memory it has held so far, in MB.</summary>
    public long MostMemory =>
        long.Parse(
            File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status"))
                .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) / 1024;

    /// <summary>What the program logged of exceptions that reached nobody else, one line each.</summary>
    public IReadOnlyCollection<string> Unhandled => unhandled;

    public Uri Address => new($"http://localhost:{Port.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The database of a program that runs on this folder, as its owner.</summary>
    public static string Database(string folder) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = Path.Combine(folder, "postgres", "socket"),
            Port = 5432,
            Database = "brink",
            Username = DatabaseRoles.Owner,
            Pooling = false,
        }.ConnectionString;

    public static async Task<RunningBrink> StartAsync(string folder, int port, int mailPort)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Brink.dll"),
                "--contentRoot",
                BrinkHost.SourceFolder,
                "--data",
                folder,
                "--port",
                port.ToString(CultureInfo.InvariantCulture),
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["BRINK_DATABASE"] = "",
                ["HandIn__PerClient"] = "1000000",
                ["HandIn__BegunPerClient"] = "1000000",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Smtp__Host"] = "127.0.0.1",
                ["Smtp__Port"] = mailPort.ToString(CultureInfo.InvariantCulture),
                ["Smtp__UseTls"] = "false",
                ["Smtp__FromAddress"] = "brink@proef.example",
            },
        };
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var brink = new RunningBrink(process, folder, port);
        _ = brink.ListenAsync(process.StandardOutput);
        using var client = new HttpClient { BaseAddress = brink.Address };
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            Assert.False(process.HasExited, process.HasExited ? await errors : "");
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "Brink does not start.");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return brink;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    private async Task ListenAsync(StreamReader log)
    {
        while (await log.ReadLineAsync() is { } line)
            if (line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase))
                unhandled.Enqueue(line);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>kill -9: the program hears nothing of it.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            OutsideProgram.Run("kill", process.Id.ToString(CultureInfo.InvariantCulture));
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }
}
