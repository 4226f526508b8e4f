using System.Globalization;
using Brink.Platform.Database;

namespace Brink.Tests.Faults;

/// <summary>Does to a database server what a broken machine does.</summary>
internal static class ServerSignal
{
    /// <summary>All its processes stand still: connections stay open and nothing answers.</summary>
    public static void Freeze(EmbeddedServer server) => Send("-STOP", server);

    public static void Thaw(EmbeddedServer server) => Send("-CONT", server);

    /// <summary>Without a chance to write anything.</summary>
    public static void Kill(int serverProcess) => Run("-KILL", serverProcess);

    private static void Send(string signal, EmbeddedServer server)
    {
        var first = server.ProcessId;
        Run(signal, [first, .. ChildrenOf(first)]);
    }

    private static int[] ChildrenOf(int process) =>
        [
            .. File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task/{process}/children"))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => int.Parse(number, CultureInfo.InvariantCulture)),
        ];

    private static void Run(string signal, params int[] processes)
    {
        var numbers = processes.Select(number => number.ToString(CultureInfo.InvariantCulture));
        var (code, _, errors) = OutsideProgram.Run("kill", [signal, .. numbers]);
        // One that ended meanwhile needs no signal.
        Assert.True(code == 0 || errors.Contains("No such process", StringComparison.Ordinal), errors);
    }
}
