using System.Diagnostics;
using Brink.Platform.Startup;

namespace Brink.Platform.Database;

/// <summary>Under whom the server runs: PostgreSQL refuses to run as root, so root lends it another user.</summary>
internal sealed class ServerUser
{
    private readonly string[] prefix;

    private ServerUser(string name, bool isOther, string[] prefix)
    {
        Name = name;
        IsOther = isOther;
        this.prefix = prefix;
    }

    public string Name { get; }
    public bool IsOther { get; }

    public static async Task<ServerUser> ChooseAsync(string cluster, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerUser(Environment.UserName, isOther: false, []);

        var owner = Directory.Exists(cluster) ? await AskAsync("stat", ["-c", "%U", cluster], ct) : null;
        foreach (var name in new[] { owner, "postgres", "nobody" })
        {
            if (name is null or "root" or "UNKNOWN" || await AskAsync("id", ["-g", name], ct) is not { } group)
                continue;
            return new ServerUser(name, isOther: true, Switch(name, group));
        }
        throw new CannotStartException(
            "PostgreSQL does not run as root and there is no user 'postgres' or 'nobody' to run it under: run Brink as an ordinary user."
        );
    }

    private static string[] Switch(string name, string group)
    {
        if (Installed("setpriv"))
            return ["setpriv", $"--reuid={name}", $"--regid={group}", "--init-groups", "--"];
        if (Installed("runuser"))
            return ["runuser", "-u", name, "--"];
        if (Installed("su"))
            return ["su", "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"];
        throw new CannotStartException(
            "PostgreSQL does not run as root and there is no setpriv, runuser or su to run it under another user: run Brink as an ordinary user."
        );
    }

    private static bool Installed(string program) =>
        new[] { "/usr/bin", "/bin", "/usr/sbin", "/sbin" }.Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>A private folder of this user.</summary>
    public async Task MakeFolderAsync(string folder, CancellationToken ct)
    {
        if (!IsOther)
            Directory.CreateDirectory(folder, ServerHome.Private);
        else if (await AskAsync("install", ["-d", "-m", "700", "-o", Name, folder], ct) is null)
            throw new CannotStartException($"The folder {folder} can't be made for the user {Name}.");
    }

    public async Task<bool> CanReachAsync(string folder, CancellationToken ct)
    {
        using var process = Process.Start(Command("test", ["-x", folder]))!;
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0;
    }

    /// <param name="ownSession">Keeps Ctrl-C in the terminal for Brink, which stops the server when it is done with it.</param>
    public ProcessStartInfo Command(string program, IEnumerable<string> arguments, bool ownSession = false)
    {
        string[] line =
        [
            .. ownSession && Installed("setsid") ? ["setsid"] : Array.Empty<string>(),
            .. prefix,
            program,
            .. arguments,
        ];
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = "/" };
        // Nothing of our environment is the server's business: it may hold secrets, or variables that steer PostgreSQL.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static async Task<string?> AskAsync(string program, string[] arguments, CancellationToken ct)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var answer = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? answer.Trim() : null;
    }
}
