using System.Diagnostics;
using System.Globalization;
using Brink.Bench.Long;

// One piece at a time in a process of its own, so that the most memory it held is its own too.
if (args is ["--piece", var name])
{
    var (milliseconds, megabytes) = await Pieces.MeasureAsync(name);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds:F1} {megabytes:F0}"));
    return;
}

var found = new Dictionary<string, (double Milliseconds, double Megabytes)>(StringComparer.Ordinal);
foreach (var piece in Pieces.Names)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Own(), "--piece", piece])
    {
        RedirectStandardOutput = true,
    };
    using var process = Process.Start(start)!;
    var said = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
    await process.WaitForExitAsync();
    found[piece] = (
        double.Parse(said[0], CultureInfo.InvariantCulture),
        double.Parse(said[1], CultureInfo.InvariantCulture)
    );
}

var page = found[Pieces.Rendered];
Console.WriteLine(
    $"| a document of {Pieces.PageCount} pages | milliseconds | beside laying it out | most memory, MB |"
);
Console.WriteLine("|---|--:|--:|--:|");
foreach (var (piece, (milliseconds, megabytes)) in found)
{
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {piece} | {milliseconds:F0} | {milliseconds / page.Milliseconds:F2} | {megabytes:F0} |"
        )
    );
}

static string[] Own() =>
    Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
