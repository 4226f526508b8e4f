using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Brink.Platform.Database;

/// <summary>The server's first process, as its own file in the cluster tells.</summary>
internal sealed class Postmaster
{
    private const int InterruptSignal = 2;
    private const int ContinueSignal = 18;

    private readonly string cluster;
    private readonly string[] lines;

    private Postmaster(string cluster, int id, string[] lines)
    {
        this.cluster = cluster;
        this.lines = lines;
        Id = id;
    }

    public Postmaster(string cluster, int id)
        : this(cluster, id, []) { }

    public int Id { get; }

    public static Postmaster? Of(string cluster)
    {
        string[] written;
        try
        {
            written = File.ReadAllLines(FileIn(cluster));
        }
        catch (IOException)
        {
            return null;
        }
        return written.Length > 1 && int.TryParse(written[0], CultureInfo.InvariantCulture, out var id)
            ? new Postmaster(cluster, id, written)
            : null;
    }

    public bool IsReady => lines.Length > 7 && lines[7].Trim() == "ready";

    /// <summary>The number alone proves nothing: after a kill it may have gone to another program.</summary>
    public bool IsRunning
    {
        get
        {
            try
            {
                var arguments = File.ReadAllText($"/proc/{Id}/cmdline").Split('\0');
                return arguments.Contains("-D", StringComparer.Ordinal)
                    && arguments.Contains(lines[1], StringComparer.Ordinal);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>
    /// PostgreSQL does not start while the number in its file belongs to any program of the same user. A file whose
    /// number belongs to nobody is left to PostgreSQL, which then looks for left-over parts of the old server.
    /// </summary>
    public void ForgetIfItsNumberWasReused()
    {
        if (Directory.Exists($"/proc/{Id}"))
            File.Delete(FileIn(cluster));
    }

    /// <summary>Ends all sessions and writes everything to disk; a frozen server hears of it only when it goes on.</summary>
    public void StopFast()
    {
        _ = Kill(Id, InterruptSignal);
        _ = Kill(Id, ContinueSignal);
    }

    public async Task WaitUntilGoneAsync(TimeSpan patience, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        while (IsRunning)
        {
            if (clock.Elapsed > patience)
                throw new TimeoutException($"The PostgreSQL server {Id} does not stop.");
            await Task.Delay(20, ct);
        }
    }

    private static string FileIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
