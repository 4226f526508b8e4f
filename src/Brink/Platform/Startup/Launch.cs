using System.Runtime.InteropServices;
using Brink.Platform.Database;
using Microsoft.AspNetCore.Connections;

namespace Brink.Platform.Startup;

/// <summary>
/// A started program with its database: the embedded server, or the one in BRINK_DATABASE. Whatever ends it, the
/// embedded server is stopped after it.
/// </summary>
public sealed class Launch
{
    public const string DatabaseName = "brink";

    private readonly EmbeddedServer? embedded;

    private Launch(
        CommandLine asked,
        DatabaseConnections database,
        EmbeddedServer? embedded,
        CancellationToken stopping
    )
    {
        Asked = asked;
        Database = database;
        this.embedded = embedded;
        Stopping = stopping;
    }

    public CommandLine Asked { get; }
    public DatabaseConnections Database { get; }

    /// <summary>Cancelled by Ctrl-C, kill and a closed terminal, also while the program is still starting.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>The address the program listens on.</summary>
    public string Address => $"http://localhost:{Asked.Port}";

    /// <summary>For the host: where its pages' files are, whatever folder the program was started from.</summary>
    public string[] HostArguments =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
            ? ["--contentRoot", AppContext.BaseDirectory, .. Asked.HostArguments]
            : [.. Asked.HostArguments];

    /// <summary>From here on the program's own log tells when the embedded server was started again.</summary>
    public void LogTo(ILogger logger) => embedded?.Logger = logger;

    /// <returns>The exit code: 1 when something outside the program kept it from starting.</returns>
    public static async Task<int> RunAsync(string[] arguments, Func<Launch, Task> program)
    {
        using var signals = new StopSignals();
        try
        {
            var asked = CommandLine.Parse(arguments);
            if (asked.Help)
                Console.WriteLine(CommandLine.Usage);
            else
                await RunAsync(asked, program, signals.Stopping);
            return 0;
        }
        catch (CannotStartException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (OperationCanceledException) when (signals.Stopping.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task RunAsync(CommandLine asked, Func<Launch, Task> program, CancellationToken stopping)
    {
        using var logging = LoggerFactory.Create(to => to.AddSimpleConsole(form => form.SingleLine = true));
        var owner = Environment.GetEnvironmentVariable("BRINK_DATABASE");
        var isEmbedded = string.IsNullOrWhiteSpace(owner);
        // A second start on the same data would find its port taken too; the data is the better reason.
        if (isEmbedded)
            using (DataFolderLock.Take(asked.DataFolder)) { }
        if (!asked.DatabaseOnly)
            PortCheck.EnsureFree(asked.Port);

        await using var server = isEmbedded
            ? await EmbeddedServer.StartAsync(
                asked.DataFolder,
                logger: logging.CreateLogger<EmbeddedServer>(),
                ct: stopping
            )
            : null;
        var database = server is null
            ? await ExternalServer.ConnectAsync(
                owner!,
                Environment.GetEnvironmentVariable("BRINK_DATABASE_APP"),
                stopping
            )
            : await server.DatabaseAsync(DatabaseName, stopping);
        if (asked.DatabaseOnly)
        {
            Console.WriteLine($"The database in {asked.DataFolder} runs; Ctrl-C stops it.");
            await Task.Delay(Timeout.Infinite, stopping);
        }
        try
        {
            await program(new Launch(asked, database, server, stopping));
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new PortTakenException(asked.Port);
        }
    }

    private sealed class StopSignals : IDisposable
    {
        private readonly CancellationTokenSource source = new();
        private readonly PosixSignalRegistration[] registrations;

        public StopSignals() =>
            registrations = [
                PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
                PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
                PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Stop),
                PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop),
            ];

        public CancellationToken Stopping => source.Token;

        // The first signal stops in order; one more ends the program where it stands.
        private void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !source.IsCancellationRequested;
            source.Cancel();
        }

        public void Dispose()
        {
            foreach (var registration in registrations)
                registration.Dispose();
            source.Dispose();
        }
    }
}
