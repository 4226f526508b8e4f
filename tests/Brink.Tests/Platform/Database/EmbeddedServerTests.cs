using System.Diagnostics;
using System.Security.Cryptography;
using Brink.Platform.Database;
using Brink.Tests.Support;
using Npgsql;

namespace Brink.Tests.Platform.Database;

public sealed class EmbeddedServerTests : IAsyncDisposable
{
    private static readonly EmbeddedServerOptions Fast = new() { Fast = true };

    private readonly string folder = Path.Combine(
        Path.GetTempPath(),
        "brink-server-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))
    );

    [Fact]
    public async Task Start_KeepsDataOverARestart()
    {
        await using (var first = await StartWithDatabaseAsync())
            await Sql.ExecuteAsync(first.OwnerConnectionString("brink"), "CREATE TABLE kept AS SELECT 42 AS answer");

        NpgsqlConnection.ClearAllPools();
        await using var second = await EmbeddedServer.StartAsync(folder, Fast);

        Assert.Equal(42, await Sql.ScalarAsync<int>(second.OwnerConnectionString("brink"), "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task Stop_LeavesNoProcessAndNoSocket()
    {
        var server = await StartWithDatabaseAsync();
        var process = server.ProcessId;
        Assert.True(Runs(process));

        await server.DisposeAsync();

        Assert.False(Runs(process));
        Assert.False(Path.Exists(Path.Combine(folder, "postgres", "socket")));
    }

    [Fact]
    public async Task Start_WhenTheFolderIsInUse_IsRefused()
    {
        await using var first = await StartWithDatabaseAsync();

        var refusal = await Assert.ThrowsAsync<DataFolderInUseException>(() => EmbeddedServer.StartAsync(folder, Fast));

        Assert.Contains(folder, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Sql.ScalarAsync<int>(first.AppConnectionString("brink"), "SELECT 1"));
    }

    [Fact]
    public async Task Running_WhenTheServerIsKilled_StartsItAgainWithEverythingCommitted()
    {
        await using var server = await EmbeddedServer.StartAsync(folder);
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
            Assert.Equal("on", await Sql.ScalarAsync<string>(server.AdminConnectionString, $"SHOW {setting}"));
        await server.EnsureDatabaseAsync("brink");
        await Sql.ExecuteAsync(server.OwnerConnectionString("brink"), "CREATE TABLE kept AS SELECT 42 AS answer");
        var killed = server.ProcessId;

        await KillAsync(killed);

        // A pooled connection's process may answer once more before it hears that its server is gone.
        await AnotherThanAsync(server, killed);
        Assert.Equal(42, await EventuallyAsync(server.OwnerConnectionString("brink"), "SELECT answer FROM kept"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_WhenAKilledProgramLeftItsServerRunning_StopsThatOneAndStarts(bool frozen)
    {
        int left;
        await using (var other = await OtherProgram.StartAsync(folder))
        {
            left = other.ServerProcessId;
            await other.KillAsync();
        }
        if (frozen)
        {
            using var stop = Process.Start("kill", ["-STOP", $"{left}"]);
            await stop.WaitForExitAsync();
        }
        Assert.True(Runs(left));

        await using var server = await EmbeddedServer.StartAsync(folder, Fast);

        Assert.False(Runs(left));
        Assert.Equal(1, await Sql.ScalarAsync<int>(server.AdminConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Start_WhenProgramAndServerWereKilled_Recovers()
    {
        await using (var other = await OtherProgram.StartAsync(folder))
        {
            await other.KillAsync();
            await KillAsync(other.ServerProcessId);
        }

        await using var server = await EmbeddedServer.StartAsync(folder, Fast);

        Assert.Equal(1, await Sql.ScalarAsync<int>(server.AdminConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Start_WhenTheOldProcessNumberBelongsToAnotherProgram_LeavesThatAloneAndStarts()
    {
        await using (await StartWithDatabaseAsync()) { }
        using var bystander = Process.Start("sleep", "60");
        var note = Path.Combine(folder, "postgres", "data", "postmaster.pid");
        await File.WriteAllTextAsync(note, $"{bystander.Id}\n{folder}/postgres/data\n1\n5432\n\n\n0 0\nready\n");

        await using var server = await EmbeddedServer.StartAsync(folder, Fast);

        Assert.False(bystander.HasExited);
        bystander.Kill();
        Assert.Equal(1, await Sql.ScalarAsync<int>(server.AdminConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Start_WhenMakingTheClusterWasInterrupted_MakesItAnew()
    {
        var unfinished = Path.Combine(folder, "postgres", "data.new");
        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "15");

        await using var server = await StartWithDatabaseAsync();

        Assert.Equal(1, await Sql.ScalarAsync<int>(server.AppConnectionString("brink"), "SELECT 1"));
    }

    [Fact]
    public async Task Start_WorksInAFolderTooLongForASocket()
    {
        var deep = Path.Combine(folder, new string('d', 120));
        await using var server = await EmbeddedServer.StartAsync(deep, Fast);

        Assert.Equal(1, await Sql.ScalarAsync<int>(server.AdminConnectionString, "SELECT 1"));

        var socketFolder = new NpgsqlConnectionStringBuilder(server.AdminConnectionString).Host!;
        await server.StopAsync();
        Assert.False(Directory.Exists(socketFolder));
    }

    [Fact]
    public async Task Start_WorksInAFolderWithSignsThatMeanSomethingElsewhere()
    {
        await using var server = await EmbeddedServer.StartAsync(Path.Combine(folder, "een map, 'van' \"ons\""), Fast);

        Assert.Equal(1, await Sql.ScalarAsync<int>(server.AdminConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Start_WorksAsRootInAFolderTheServersUserCantEnter()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root runs the server under another user.");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var inside = Path.Combine(folder, "data");

        await using (var server = await EmbeddedServer.StartAsync(inside, Fast))
            await server.EnsureDatabaseAsync("brink");
        await using (var again = await EmbeddedServer.StartAsync(inside, Fast))
            Assert.Equal(1, await Sql.ScalarAsync<int>(again.AppConnectionString("brink"), "SELECT 1"));

        var elsewhere = new DirectoryInfo(Path.Combine(inside, "postgres")).LinkTarget;
        Assert.StartsWith("/var/lib/brink/", elsewhere, StringComparison.Ordinal);
        await EmbeddedServer.RemoveAsync(inside);
        Assert.False(Directory.Exists(elsewhere));
    }

    [Fact]
    public async Task StartStopAndRecovery_HoldForAnOrdinaryUserToo()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "This run already is an ordinary user's.");

        var (exitCode, said) = await OtherProgram.RunAsNobodyAsync(
            typeof(EmbeddedServerTests),
            nameof(Start_KeepsDataOverARestart),
            nameof(Running_WhenTheServerIsKilled_StartsItAgainWithEverythingCommitted),
            nameof(Start_WhenAKilledProgramLeftItsServerRunning_StopsThatOneAndStarts)
        );

        Assert.True(exitCode == 0, said);
        Assert.Contains("Total: 4, Errors: 0, Failed: 0, Skipped: 0", said, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (!Directory.Exists(folder))
            return;
        if (File.Exists(DataFolderLock.PathIn(folder)))
            await EmbeddedServer.RemoveAsync(folder);
        else
            Directory.Delete(folder, recursive: true);
    }

    private async Task<EmbeddedServer> StartWithDatabaseAsync()
    {
        var server = await EmbeddedServer.StartAsync(folder, Fast);
        await server.EnsureDatabaseAsync("brink");
        return server;
    }

    // A process that ended keeps its number until its parent has heard of it; its command line is gone at once.
    private static bool Runs(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task KillAsync(int process)
    {
        using var victim = Process.GetProcessById(process);
        victim.Kill();
        while (Runs(process))
            await Task.Delay(10);
    }

    private static async Task AnotherThanAsync(EmbeddedServer server, int killed)
    {
        var clock = Stopwatch.StartNew();
        while (server.ProcessId is var now && (now == 0 || now == killed))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "The server was not started again.");
            await Task.Delay(50);
        }
    }

    private static async Task<int> EventuallyAsync(string connectionString, string sql)
    {
        var clock = Stopwatch.StartNew();
        while (true)
            try
            {
                return await Sql.ScalarAsync<int>(connectionString, sql);
            }
            catch (NpgsqlException) when (clock.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(50);
            }
    }
}
