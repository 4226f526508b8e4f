using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Brink.Bench.Measure;

/// <summary>One line of the table.</summary>
/// <param name="Processor">The same ratio in processor time, which other work on the machine hardly touches.</param>
public sealed record Line(
    string What,
    string Brink,
    string Limit,
    string Ratio,
    string Processor,
    string Wanted,
    bool IsMet
);

/// <summary>The table, with the conditions it was measured under.</summary>
public sealed class Report(Settings settings)
{
    private readonly List<Line> lines = [];

    public bool AllMet => lines.TrueForAll(l => l.IsMet);

    public void AtLeast(string what, Comparison found, double wanted) =>
        Add(
            new(
                what,
                Rate(found.Brink),
                Rate(found.Limit),
                Ratio(found.Ratio),
                Ratio(found.Limit.Milliseconds / found.Brink.Milliseconds),
                "≥ " + Ratio(wanted),
                found.Ratio >= wanted
            )
        );

    /// <param name="found">The small database beside the large one: how many times as much a page costs.</param>
    public void AtMost(string what, Comparison found, double wanted) =>
        Add(
            new(
                what,
                Rate(found.Limit),
                Rate(found.Brink),
                Ratio(found.Ratio),
                Ratio(found.Limit.Milliseconds / found.Brink.Milliseconds),
                "≤ " + Ratio(wanted),
                found.Ratio <= wanted
            )
        );

    public void Below(string what, string unit, double found, double wanted) =>
        Add(new(what, Number(found) + " " + unit, "", "", "", "< " + Number(wanted) + " " + unit, found < wanted));

    /// <param name="shown">The two figures the ratio is of.</param>
    public void AtMost(string what, (string Brink, string Beside) shown, double found, double wanted) =>
        Add(new(what, shown.Brink, shown.Beside, Ratio(found), "", "≤ " + Ratio(wanted), found <= wanted));

    public void None(string what, int found) => Add(new(what, Number(found), "", "", "", "0", found == 0));

    private void Add(Line line)
    {
        lines.Add(line);
        Console.Error.WriteLine(
            $"{line.What}: {line.Brink} {line.Limit} {line.Ratio} {line.Processor} ({line.Wanted})"
        );
    }

    public async Task<string> WriteAsync()
    {
        var text = new StringBuilder();
        var now = TimeProvider.System.GetUtcNow();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"# Measured {now:yyyy-MM-dd HH:mm} UTC{(settings.IsQuick ? " (quick: only shows that it works)" : "")}"
        );
        text.AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; load average at the end {await LoadAsync()}. wrk, brink, the limit program and PostgreSQL share the machine; {Wrk.Connections} connections, {settings.Rounds} rounds of {settings.Seconds} s in turns, median of the ratios. Milliseconds are processor time of program and database for one answer."
        );
        text.AppendLine();
        text.AppendLine("| what | Brink | limit | ratio | in processor time | wanted | |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var line in lines)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {line.What} | {line.Brink} | {line.Limit} | {line.Ratio} | {line.Processor} | {line.Wanted} | {(line.IsMet ? "met" : "**missed**")} |"
            );
        Directory.CreateDirectory(settings.Results);
        var file = Path.Combine(
            settings.Results,
            string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd-HHmm}{(settings.IsQuick ? "-quick" : "")}.md")
        );
        await File.WriteAllTextAsync(file, text.ToString());
        Console.WriteLine(text);
        return file;
    }

    private static async Task<string> LoadAsync() => (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];

    private static string Rate(Sample sample) =>
        string.Create(CultureInfo.InvariantCulture, $"{sample.PerSecond:#,0}/s, {sample.Milliseconds:0.00} ms");

    private static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
