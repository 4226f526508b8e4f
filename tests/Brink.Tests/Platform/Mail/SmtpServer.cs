using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Brink.Tests.Platform.Mail;

/// <summary>A mail as a server received it and as a mail program reads it.</summary>
internal sealed record ReceivedMail(
    string From,
    string[] To,
    bool Secure,
    string? User,
    string Connection,
    string Raw,
    ILookup<string, string> Headers,
    string Type,
    (string Type, string Content)[] Parts,
    string[] Defects
);

/// <summary>A real mail server (tests/smtp), for as long as the test runs.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "smtp");
    private readonly Process process;

    private SmtpServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Skips the test, saying why, where the server can't run.</summary>
    public static async Task<SmtpServer> StartAsync(params string[] arguments)
    {
        OutsideProgram.Require("node");
        OutsideProgram.Require("python3");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Folder, "node_modules", "smtp-server")),
            "The mail server of the tests is not installed: run tests/smtp/set-up."
        );
        var process = Process.Start(
            new ProcessStartInfo("node", ["server.js", .. arguments])
            {
                WorkingDirectory = Folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var first = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!);
        return new SmtpServer(process, first.RootElement.GetProperty("listening").GetInt32());
    }

    public async Task<ReceivedMail> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var line = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync(patience.Token))!).RootElement;
        var raw = line.GetProperty("raw").GetString()!;
        var folder = Directory.CreateTempSubdirectory("mail");
        var file = Path.Combine(folder.FullName, "mail.eml");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(raw));
        var (code, output, errors) = OutsideProgram.Run("python3", Path.Combine(Folder, "read-mail.py"), file);
        Assert.True(code == 0, errors);
        folder.Delete(recursive: true);
        var read = JsonDocument.Parse(output).RootElement;
        return new ReceivedMail(
            line.GetProperty("from").GetString()!,
            Texts(line.GetProperty("to")),
            line.GetProperty("secure").GetBoolean(),
            line.GetProperty("user").GetString(),
            line.GetProperty("connection").GetString()!,
            raw,
            read.GetProperty("headers").EnumerateArray().ToLookup(h => h[0].GetString()!, h => h[1].GetString()!),
            read.GetProperty("type").GetString()!,
            [.. read.GetProperty("parts").EnumerateArray().Select(p => (p[0].GetString()!, p[1].GetString()!))],
            Texts(read.GetProperty("defects"))
        );
    }

    /// <summary>To whom and under which number a mail came, without reading the rest of it; null when the server has gone.</summary>
    public async Task<(string To, string MessageId)?> ReceiveNumberAsync()
    {
        if (await process.StandardOutput.ReadLineAsync() is not { } line)
            return null;
        var mail = JsonDocument.Parse(line).RootElement;
        var number = mail.GetProperty("raw")
            .GetString()!
            .Split("\r\n")
            .First(header => header.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase));
        return (mail.GetProperty("to")[0].GetString()!, number);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
        process.Dispose();
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
