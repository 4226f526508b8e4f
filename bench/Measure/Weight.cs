using System.Diagnostics;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Brink.Bench.Measure;

/// <summary>What a real browser with an empty cache receives for one page with everything on it, headers included.</summary>
public static class Weight
{
    public static async Task<long> BytesAsync(string address)
    {
        var folder = Directory.CreateTempSubdirectory("brink-weight-").FullName;
        try
        {
            var log = Path.Combine(folder, "net.json");
            using var process = Process.Start(
                new ProcessStartInfo(
                    "chromium",
                    [
                        "--headless",
                        "--no-sandbox",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--window-size=390,1600",
                        "--user-data-dir=" + Path.Combine(folder, "profile"),
                        "--log-net-log=" + log,
                        "--screenshot=" + Path.Combine(folder, "page.png"),
                        address,
                    ]
                )
                {
                    UseShellExecute = false,
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                }
            )!;
            var said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await process.WaitForExitAsync();
            await said;
            return Received(await File.ReadAllTextAsync(log), new Uri(address).Port);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Bytes that came in on connections to our own port.</summary>
    private static long Received(string log, int port)
    {
        // A browser that is stopped leaves the list open.
        var text = log.TrimEnd().TrimEnd(',');
        using var read = JsonDocument.Parse(
            text.EndsWith("]}", StringComparison.Ordinal)
            || text.EndsWith('}') && text.Contains("\"polledData\"", StringComparison.Ordinal)
                ? text
                : text + "]}"
        );
        var types = read.RootElement.GetProperty("constants").GetProperty("logEventTypes");
        var received = types.GetProperty("SOCKET_BYTES_RECEIVED").GetInt32();
        var connected = types.GetProperty("TCP_CONNECT_ATTEMPT").GetInt32();
        var (ours, bytes) = (new HashSet<long>(), new Dictionary<long, long>());
        foreach (var line in read.RootElement.GetProperty("events").EnumerateArray())
        {
            var source = line.GetProperty("source").GetProperty("id").GetInt64();
            if (!line.TryGetProperty("params", out var about))
                continue;
            var type = line.GetProperty("type").GetInt32();
            if (
                type == connected
                && about.TryGetProperty("address", out var to)
                && to.GetString()!.EndsWith($":{port}", StringComparison.Ordinal)
            )
                ours.Add(source);
            else if (type == received && about.TryGetProperty("byte_count", out var count))
                bytes[source] = bytes.GetValueOrDefault(source) + count.GetInt64();
        }
        return ours.Sum(id => bytes.GetValueOrDefault(id));
    }

    /// <summary>Scripts that keep the first view waiting: neither deferred, asynchronous nor a module.</summary>
    public static async Task<int> BlockingScriptsAsync(string address)
    {
        using var client = new HttpClient();
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri(address)));
        return page.Scripts.Count(s =>
            !s.HasAttribute("defer")
            && !s.HasAttribute("async")
            && s.GetAttribute("type") is not ("module" or "application/ld+json")
        );
    }
}
