using System.Diagnostics;
using System.Globalization;

namespace Brink.Bench.Measure;

/// <summary>Asks one address as often as it can, with sixteen connections.</summary>
public static class Wrk
{
    public const int Connections = 16;

    /// <summary>Until the program gets no faster: the runtime compiles again and better what is asked often.</summary>
    public static async Task WarmUpAsync(string address, int seconds, int most)
    {
        using var client = new HttpClient();
        using var first = await client.GetAsync(new Uri(address));
        first.EnsureSuccessStatusCode();
        var (best, noFaster) = (0.0, 0);
        for (var round = 0; round < most && noFaster < 2; round++)
        {
            var (rate, _) = await RunAsync(address, seconds);
            noFaster = rate > best * 1.05 ? 0 : noFaster + 1;
            best = Math.Max(best, rate);
        }
    }

    public static async Task<(double PerSecond, long Answers)> RunAsync(string address, int seconds)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "wrk",
                [
                    "-t1",
                    "-c" + Connections.ToString(CultureInfo.InvariantCulture),
                    "-d" + seconds.ToString(CultureInfo.InvariantCulture),
                    "--timeout",
                    "30s",
                    address,
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var lines = said.Split('\n', StringSplitOptions.TrimEntries);
        if (
            lines.Any(l =>
                l.StartsWith("Non-2xx", StringComparison.Ordinal)
                || l.StartsWith("Socket errors", StringComparison.Ordinal)
            )
        )
            throw new InvalidOperationException($"{address} does not answer well: {said}");
        var rate = double.Parse(Word(lines, "Requests/sec:", 1), CultureInfo.InvariantCulture);
        return rate > 0
            ? (rate, long.Parse(Word(lines, "requests in", 0), CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{address} does not answer: {said}");
    }

    private static string Word(string[] lines, string sign, int which) =>
        lines.Single(l => l.Contains(sign, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[
            which
        ];
}
