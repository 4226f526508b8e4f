using System.Diagnostics;
using System.Globalization;
using Brink.Platform.Startup;

namespace Brink.Bench.Measure;

/// <summary>A program in a process of its own, as it would run in use.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process process;

    private RunningProgram(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }
    public int ProcessId => process.Id;

    public static async Task<RunningProgram> BrinkAsync(Settings settings, Dataset data, int port, bool cached)
    {
        var start = Start(
            Path.Combine(settings.Root, "src", "Brink"),
            settings.Program("Brink"),
            "--port",
            Number(port),
            "--data",
            Path.Combine(settings.Data, "files")
        );
        start.Environment["BRINK_DATABASE"] = data.Owner;
        start.Environment["BRINK_DATABASE_APP"] = data.App;
        // One client asks everything here.
        start.Environment["Search__PerMinute"] = "1000000000";
        start.Environment["Follow__MailsPerClient"] = "1000000000";
        start.Environment["BRINK_PAGE_CACHE"] = cached ? "on" : "off";
        return await RunAsync(start, port, "/health/ready");
    }

    public static async Task<RunningProgram> LimitAsync(Settings settings, Dataset data, int port, Pages pages)
    {
        var program = settings.Program("Limit");
        var start = Start(
            Path.GetDirectoryName(program)!,
            program,
            "--urls",
            $"http://localhost:{Number(port)}",
            "--Connection",
            data.Owner,
            "--Pages",
            pages.Folder,
            "--Municipality",
            Number(Pages.Municipality),
            "--Village",
            Number(pages.Village),
            "--Initiative",
            Number(pages.Initiative),
            "--Words",
            Pages.Words
        );
        return await RunAsync(start, port, "/raw/list");
    }

    /// <summary>Memory the process holds now, in bytes (VmRSS).</summary>
    public long ResidentMemory()
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    /// <summary>The most it held since <see cref="ForgetMostMemory"/>, in bytes (VmHWM).</summary>
    public long MostMemory() =>
        long.Parse(
            File.ReadLines($"/proc/{Number(process.Id)}/status")
                .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) * 1024;

    public void ForgetMostMemory() => File.WriteAllText($"/proc/{Number(process.Id)}/clear_refs", "5");

    private static ProcessStartInfo Start(string folder, string assembly, params string[] arguments) =>
        new("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Warning" },
        };

    private static async Task<RunningProgram> RunAsync(ProcessStartInfo start, int port, string ready)
    {
        PortCheck.EnsureFree(port);
        var process = Process.Start(start)!;
        // Nobody reads it, but a full pipe would stop the program.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var program = new RunningProgram(process, $"http://localhost:{Number(port)}");
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{start.ArgumentList[0]} does not start.");
            if (clock.Elapsed > TimeSpan.FromMinutes(3))
            {
                await program.DisposeAsync();
                throw new TimeoutException($"{start.ArgumentList[0]} does not get ready.");
            }
            try
            {
                using var answer = await client.GetAsync(new Uri(program.Address + ready));
                if (answer.IsSuccessStatusCode)
                    return program;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var stop = Process.Start("kill", [Number(process.Id)]);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
