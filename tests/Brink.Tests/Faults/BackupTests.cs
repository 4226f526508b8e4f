using System.Diagnostics;
using Brink.Platform.Database;
using Brink.Platform.Files;
using Brink.Platform.Http;
using Brink.Tests.Support;
using Npgsql;

namespace Brink.Tests.Faults;

/// <summary>The drill of docs/operations.md: everything is lost and comes back from a backup.</summary>
public sealed class BackupTests : IAsyncDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("brink-backup-").FullName;

    private string Lost => Path.Combine(place, "lost");
    private string Restored => Path.Combine(place, "restored");

    [Fact]
    public async Task Restore_AfterEverythingWasLost_BringsBackDatabaseAndFilesAndWalls()
    {
        OutsideProgram.Require("pg_dump");
        var store = new DiskFileStore(Path.Combine(Lost, "files"), TimeProvider.System);
        var photo = await store.SaveAsync("een foto"u8.ToArray());
        string before;
        string backup;
        await using (await RunningBrink.StartAsync(Lost, RunningBrink.FreePort(), mailPort: 25))
        {
            backup = Run("tools/backup", Path.Combine(place, "backups"), Lost).Trim();
            before = await PictureAsync(Lost);
        }
        var key = await File.ReadAllBytesAsync(SealingKey.PathIn(Lost));
        await EmbeddedServer.RemoveAsync(Lost);

        Run("tools/restore", backup, Restored);

        await using var brink = await RunningBrink.StartAsync(Restored, RunningBrink.FreePort(), mailPort: 25);
        Assert.Equal(before, await PictureAsync(Restored));
        using var client = new HttpClient { BaseAddress = brink.Address };
        Assert.Contains(
            "Hijken",
            await client.GetStringAsync(new Uri("/dorpen", UriKind.Relative)),
            StringComparison.Ordinal
        );
        await using var content = new DiskFileStore(Path.Combine(Restored, "files"), TimeProvider.System).Open(photo);
        Assert.NotNull(content);
        Assert.Equal(key, await File.ReadAllBytesAsync(SealingKey.PathIn(Restored)));
        await Assert.ThrowsAsync<PostgresException>(() =>
            Sql.ExecuteAsync(RunningBrink.Database(Restored), "DELETE FROM journal")
        );
    }

    [Fact]
    public void Restore_OfADamagedBackup_StopsBeforeAnything()
    {
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "database.dump"), "half");
        File.WriteAllText(Path.Combine(place, "checksums"), new string('0', 64) + "  database.dump\n");

        var (code, _, errors) = Start("tools/restore", place, Restored);

        Assert.NotEqual(0, code);
        Assert.Contains("damaged", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Restored));
    }

    /// <summary>What must be the same: the journal, the other rows, and everything that guards them.</summary>
    private static async Task<string> PictureAsync(string folder) =>
        (
            await Sql.ScalarAsync<string>(
                RunningBrink.Database(folder),
                """
                SELECT concat_ws(' | ',
                    (SELECT count(*) || ' ' || md5(string_agg(j::text, '' ORDER BY municipality_id, id)) FROM journal j),
                    (SELECT count(*) || ' ' || md5(string_agg(municipality_id || ' ' || id || ' ' || title, '' ORDER BY municipality_id, id)) FROM subjects),
                    (SELECT count(*) FROM people), (SELECT count(*) FROM promises),
                    (SELECT count(*) FROM pg_policies), (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal),
                    (SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class WHERE relrowsecurity))
                """
            )
        )!;

    private static string Run(string script, params string[] arguments)
    {
        var (code, output, errors) = Start(script, arguments);
        Assert.True(code == 0, errors);
        return output;
    }

    private static (int Code, string Output, string Errors) Start(string script, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Path.Combine(BrinkHost.RepositoryFolder, script), arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["BRINK_DATABASE"] = "",
                    ["BRINK_PROGRAM"] = "dotnet " + Path.Combine(AppContext.BaseDirectory, "Brink.dll"),
                },
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Restored))
            await EmbeddedServer.RemoveAsync(Restored);
        Directory.Delete(place, recursive: true);
    }
}
