using System.Globalization;

namespace Brink.Bench.Measure;

/// <summary>Answers per second, and what one answer costs in processor time of program and database together.</summary>
public readonly record struct Sample(double PerSecond, double Milliseconds)
{
    public static async Task<Sample> TakeAsync(CpuClock clock, Func<Task<(double PerSecond, long Answers)>> work)
    {
        var before = clock.Milliseconds();
        var (perSecond, answers) = await work();
        return new(perSecond, (clock.Milliseconds() - before) / answers);
    }
}

/// <summary>
/// Processor time of a program and of the database it uses. Unlike the time on the wall it hardly depends on what else
/// the machine does.
/// </summary>
public sealed class CpuClock(int program, int databaseServer)
{
    private const double MillisecondsPerTick = 10;
    private const int Parent = 1;
    private const int User = 11;
    private const int ChildrensSystem = 14;

    public double Milliseconds() =>
        TicksOf(Fields(program), withChildren: false) * MillisecondsPerTick
        + Directory
            .EnumerateDirectories("/proc")
            .Select(folder =>
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? id
                    : 0
            )
            .Where(id => id > 0)
            .Select(id => (Id: id, Fields: Fields(id)))
            .Where(p => p.Id == databaseServer || (p.Fields.Length > 0 && Number(p.Fields[Parent]) == databaseServer))
            // A server process that ended counts with the server that started it.
            .Sum(p => TicksOf(p.Fields, withChildren: p.Id == databaseServer)) * MillisecondsPerTick;

    private static long TicksOf(string[] fields, bool withChildren) =>
        fields.Length == 0 ? 0 : fields[User..(withChildren ? ChildrensSystem + 1 : User + 2)].Sum(Number);

    /// <summary>What follows the name in /proc/ID/stat; nothing when the process has ended.</summary>
    private static string[] Fields(int process)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
