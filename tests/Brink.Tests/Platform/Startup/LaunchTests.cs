using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Brink.Platform.Database;

namespace Brink.Tests.Platform.Startup;

/// <summary>The program as it is started, as a process of its own.</summary>
public sealed class LaunchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("brink-launch-").FullName;

    [Fact]
    public async Task Start_WhenThePortIsTaken_SaysSoInOneSentenceAndStops()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, said) = await RunAsync([
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--data",
            Path.Combine(folder, "data"),
        ]);

        Assert.Equal(1, exitCode);
        Assert.Equal($"Port {port} is taken by another program: choose another with --port.", said);
        Assert.False(Directory.Exists(Path.Combine(folder, "data", "postgres")));
    }

    [Fact]
    public async Task Start_WhenTheDataIsInUse_SaysSoInOneSentenceAndStops()
    {
        using var other = DataFolderLock.Take(folder);

        var (exitCode, said) = await RunAsync(["--port", "5229", "--data", folder]);

        Assert.Equal(1, exitCode);
        Assert.Equal($"Another Brink is already running on the data folder {folder}.", said);
    }

    [Fact]
    public async Task Start_WhenTheDataFolderCantBeMade_SaysSoInOneSentenceAndStops()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");

        var (exitCode, said) = await RunAsync(["--port", "5229", "--data", Path.Combine(file, "data")]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The data folder {file}/data can't be made", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenNoPostgresIsInstalled_SaysWhatToInstall()
    {
        var (exitCode, said) = await RunAsync(
            ["--port", "5229", "--data", Path.Combine(folder, "data")],
            ("BRINK_PG_BIN", folder)
        );

        Assert.Equal(1, exitCode);
        Assert.StartsWith("No PostgreSQL 15 or newer is installed", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenTheGivenServerIsUnreadable_DoesNotRepeatThePassword()
    {
        var (exitCode, said) = await RunAsync(
            ["--port", "5229"],
            ("BRINK_DATABASE", "postgres://brink:geheim@server/brink")
        );

        Assert.Equal(1, exitCode);
        Assert.StartsWith("BRINK_DATABASE can't be read", said, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_TellsHowToStart()
    {
        var (exitCode, said) = await RunAsync(["--help"]);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("Usage: ./run", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<(int ExitCode, string Said)> RunAsync(
        string[] arguments,
        params (string Name, string Value)[] environment
    )
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "Brink.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("BRINK_DATABASE");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (output + await errors).Trim());
    }
}
