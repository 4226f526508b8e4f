using System.Diagnostics;
using System.Globalization;
using Brink.Platform.Startup;

namespace Brink.Platform.Database;

/// <summary>The installed programs of one PostgreSQL version.</summary>
internal sealed record PostgresPrograms(string Folder, int Major)
{
    public const int OldestMajor = 15;

    public string Server => Path.Combine(Folder, "postgres");
    public string InitDb => Path.Combine(Folder, "initdb");

    /// <param name="major">The version an existing cluster was made by; null takes the newest.</param>
    public static async Task<PostgresPrograms> FindAsync(int? major, CancellationToken ct)
    {
        var found = new List<PostgresPrograms>();
        foreach (var folder in Candidates().Where(IsComplete).Distinct(StringComparer.Ordinal))
            if (await MajorOfAsync(folder, ct) is { } version)
                found.Add(new PostgresPrograms(folder, version));

        if (major is not null)
            return found.Find(programs => programs.Major == major)
                ?? throw new CannotStartException(
                    $"The data was made by PostgreSQL {major}, which is not installed: install postgresql-{major}, or bring the data over as docs/operations.md says."
                );

        return found.Where(programs => programs.Major >= OldestMajor).MaxBy(programs => programs.Major)
            ?? throw new CannotStartException(
                $"No PostgreSQL {OldestMajor} or newer is installed: on Debian run 'apt-get install postgresql', or name its folder of programs in BRINK_PG_BIN, or an existing server in BRINK_DATABASE."
            );
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("BRINK_PG_BIN") is { Length: > 0 } named)
            return [named];
        var packaged = new[] { "/usr/lib/postgresql", "/usr/local/lib/postgresql" }
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Select(version => Path.Combine(version, "bin"));
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        var elsewhere = Directory.Exists("/usr") ? Directory.GetDirectories("/usr", "pgsql-*") : [];
        return packaged.Concat(onPath).Concat(elsewhere.Select(folder => Path.Combine(folder, "bin")));
    }

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    private static async Task<int?> MajorOfAsync(string folder, CancellationToken ct)
    {
        // Debian's own folders carry the version in their name, which saves starting a program.
        if (int.TryParse(Path.GetFileName(Path.GetDirectoryName(folder)), CultureInfo.InvariantCulture, out var named))
            return named;
        using var process = Process.Start(
            new ProcessStartInfo(Path.Combine(folder, "postgres"), ["--version"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var answer = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        var number = answer.Split(' ').Skip(2).FirstOrDefault() ?? "";
        var digits = new string([.. number.TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var major) ? major : null;
    }
}
