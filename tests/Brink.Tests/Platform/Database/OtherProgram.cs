using System.Diagnostics;
using System.Globalization;
using Brink.Platform.Database;

namespace Brink.Tests.Platform.Database;

/// <summary>This test program a second time, as a process of its own that can be killed or be another user's.</summary>
internal sealed class OtherProgram : IAsyncDisposable
{
    public const string FolderVariable = "BRINK_TESTS_SERVER_FOLDER";

    private readonly Process running;

    private OtherProgram(Process running, int serverProcessId)
    {
        this.running = running;
        ServerProcessId = serverProcessId;
    }

    public int ServerProcessId { get; }

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>A program that runs a server on the folder until it is killed.</summary>
    public static async Task<OtherProgram> StartAsync(string folder)
    {
        var start = Run(
            [Dotnet, OwnAssembly(AppContext.BaseDirectory)],
            ["-method", $"{typeof(ServerUntilKilled).FullName}.{nameof(ServerUntilKilled.Run)}", "-explicit", "only"]
        );
        start.Environment[FolderVariable] = folder;
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        var sign = SignIn(folder);
        while (!File.Exists(sign))
        {
            Assert.False(process.HasExited, "The other program stopped before its server ran.");
            await Task.Delay(50);
        }
        return new OtherProgram(process, int.Parse(await File.ReadAllTextAsync(sign), CultureInfo.InvariantCulture));
    }

    public static async Task<(int ExitCode, string Said)> RunAsNobodyAsync(Type testClass, params string[] tests)
    {
        var copy = Directory.CreateTempSubdirectory("brink-nobody-").FullName;
        try
        {
            // The checkout may stand where only root comes.
            File.SetUnixFileMode(copy, (UnixFileMode)0b111_101_101);
            using (var copying = Process.Start("cp", ["-rT", AppContext.BaseDirectory, copy]))
                await copying.WaitForExitAsync();
            var start = Run(
                ["setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--", Dotnet, OwnAssembly(copy)],
                [.. tests.SelectMany(test => new[] { "-method", $"{testClass.FullName}.{test}" })]
            );
            start.Environment["HOME"] = "/nonexistent";
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, said);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    public async Task KillAsync()
    {
        running.Kill();
        await running.WaitForExitAsync();
    }

    public ValueTask DisposeAsync()
    {
        if (!running.HasExited)
            running.Kill();
        running.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string OwnAssembly(string folder) => Path.Combine(folder, "Brink.Tests.dll");

    public static string SignIn(string folder) => Path.Combine(folder, "running");

    private static ProcessStartInfo Run(string[] program, string[] arguments) =>
        new(program[0], [.. program[1..], .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
}

public sealed class ServerUntilKilled
{
    [Fact(Explicit = true)]
    public async Task Run()
    {
        var folder = Environment.GetEnvironmentVariable(OtherProgram.FolderVariable)!;
        await using var server = await EmbeddedServer.StartAsync(folder, new EmbeddedServerOptions { Fast = true });
        var sign = OtherProgram.SignIn(folder);
        var unfinished = sign + ".new";
        await File.WriteAllTextAsync(unfinished, server.ProcessId.ToString(CultureInfo.InvariantCulture));
        File.Move(unfinished, sign);
        await Task.Delay(TimeSpan.FromMinutes(5));
    }
}
