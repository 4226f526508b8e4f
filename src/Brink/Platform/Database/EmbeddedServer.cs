using System.Diagnostics;
using Brink.Platform.Startup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Brink.Platform.Database;

public sealed record EmbeddedServerOptions
{
    /// <summary>For tests only: a crash of the machine loses the data.</summary>
    public bool Fast { get; init; }

    /// <summary>How long a start may take; recovery after a crash is part of it.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>
/// Brink's own PostgreSQL in <c>DATA/postgres</c>, reachable over a Unix socket only. Whoever connects is known by the
/// operating system (peer), so there are no passwords. When the server dies it is started again.
/// </summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private readonly DataFolderLock claim;
    private readonly EmbeddedServerOptions options;
    private readonly ServerHome home;
    private readonly PostgresPrograms programs;
    private readonly BoundedLog log;
    private readonly ServerProcess process;
    private bool stopped;

    private EmbeddedServer(
        DataFolderLock claim,
        EmbeddedServerOptions options,
        ILogger logger,
        ServerHome home,
        PostgresPrograms programs,
        BoundedLog log
    )
    {
        this.claim = claim;
        this.options = options;
        this.home = home;
        this.programs = programs;
        this.log = log;
        Logger = logger;
        process = new ServerProcess(home, programs, log, options.StartLimit, () => Logger);
    }

    public string DataFolder => claim.Folder;

    /// <summary>Where restarts are told; the program puts its own logger here once it has one.</summary>
    public ILogger Logger { get; set; }

    /// <summary>The process that starts all others of the server; 0 while it is down.</summary>
    public int ProcessId => Postmaster.Of(home.Cluster)?.Id ?? 0;

    public string AdminConnectionString => AdminOf("postgres");

    public string OwnerConnectionString(string database) => ConnectionString(DatabaseRoles.Owner, database);

    public string AppConnectionString(string database) => ConnectionString(DatabaseRoles.App, database);

    /// <exception cref="DataFolderInUseException">Another program works on this folder.</exception>
    /// <exception cref="CannotStartException">PostgreSQL is absent or refuses; the message says why.</exception>
    public static async Task<EmbeddedServer> StartAsync(
        string dataFolder,
        EmbeddedServerOptions? options = null,
        ILogger? logger = null,
        CancellationToken ct = default
    )
    {
        var folder = Path.GetFullPath(dataFolder);
        var claimed = DataFolderLock.Take(folder);
        EmbeddedServer? server = null;
        try
        {
            var prepared = await ServerHome.PrepareAsync(folder, ct);
            server = new EmbeddedServer(
                claimed,
                options ?? new EmbeddedServerOptions(),
                logger ?? NullLogger.Instance,
                prepared,
                await PostgresPrograms.FindAsync(prepared.HasCluster ? await prepared.MajorAsync(ct) : null, ct),
                new BoundedLog(Path.Combine(folder, "postgres.log"))
            );
            await server.StartAsync(ct);
            return server;
        }
        catch
        {
            if (server is not null)
                await server.StopAsync();
            claimed.Dispose();
            throw;
        }
    }

    /// <summary>Stops what a killed program left running on this folder and deletes the folder.</summary>
    public static async Task RemoveAsync(string dataFolder)
    {
        var folder = Path.GetFullPath(dataFolder);
        using var claimed = DataFolderLock.Take(folder);
        var left = await ServerHome.PrepareAsync(folder, CancellationToken.None);
        await ServerProcess.StopLeftOverAsync(left, CancellationToken.None);
        left.RemoveSocket();
        Directory.Delete(ServerHome.PathIn(folder), recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAsync(CancellationToken ct)
    {
        if (!home.HasCluster)
            await MakeClusterAsync(ct);
        await ServerProcess.StopLeftOverAsync(home, ct);
        home.WriteSettings(options);
        await home.PrepareSocketAsync(ct);
        await process.StartAsync(ct);
        await EnsureRolesAsync(ct);
    }

    private async Task MakeClusterAsync(CancellationToken ct)
    {
        Logger.LogInformation("Making a PostgreSQL {Major} database in {Folder}", programs.Major, home.Cluster);
        if (Directory.Exists(home.UnfinishedCluster))
            Directory.Delete(home.UnfinishedCluster, recursive: true);
        await home.User.MakeFolderAsync(home.UnfinishedCluster, ct);
        // C.UTF-8 sorts the same on every version of the system, so indexes survive an upgrade of it; what people
        // read is sorted by the collation nl-x-icu.
        string[] arguments =
        [
            $"--pgdata={home.UnfinishedCluster}",
            $"--username={DatabaseRoles.Admin}",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--data-checksums",
            "--auth-local=peer",
            "--auth-host=reject",
            .. options.Fast ? new[] { "--no-sync" } : [],
        ];
        var start = home.User.Command(programs.InitDb, arguments, ownSession: true);
        start.UseShellExecute = false;
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        using var initDb = Process.Start(start)!;
        var said = Task.WhenAll(log.CopyAsync(initDb.StandardOutput), log.CopyAsync(initDb.StandardError));
        try
        {
            await initDb.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            initDb.Kill(entireProcessTree: true);
            throw;
        }
        await said;
        if (initDb.ExitCode != 0)
            throw new CannotStartException($"PostgreSQL could not make its database: {log.LastLines}");
        // Only a finished cluster gets the name of one, so that a kill halfway leaves nothing to repair.
        Directory.Move(home.UnfinishedCluster, home.Cluster);
    }

    private async Task EnsureRolesAsync(CancellationToken ct)
    {
        await using var admin = await OpenAdminAsync(ct);
        foreach (var role in new[] { DatabaseRoles.Owner, DatabaseRoles.App })
        {
            if (!await ExistsAsync(admin, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, ct))
                await ExecuteAsync(admin, $"CREATE ROLE {role} LOGIN", ct);
            // An error of these roles reaches Brink, which logs it without what people typed.
            await ExecuteAsync(
                admin,
                $"""
                ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
                ALTER ROLE {role} SET log_min_messages = log;
                """,
                ct
            );
        }
    }

    /// <summary>The database of this name, made if it is absent.</summary>
    public async Task<DatabaseConnections> DatabaseAsync(string name, CancellationToken ct = default)
    {
        await EnsureDatabaseAsync(name, ct: ct);
        return new DatabaseConnections(OwnerConnectionString(name), AppConnectionString(name));
    }

    /// <summary>Makes the database if it is absent, owned by <see cref="DatabaseRoles.Owner"/>.</summary>
    /// <param name="template">A database to copy; nobody may be connected to it.</param>
    public async Task EnsureDatabaseAsync(string name, string? template = null, CancellationToken ct = default)
    {
        await using var admin = await OpenAdminAsync(ct);
        var quoted = Quote(name);
        var copied = template is null ? "" : $"TEMPLATE {Quote(template)}";
        if (!await ExistsAsync(admin, "SELECT 1 FROM pg_database WHERE datname = $1", name, ct))
            await ExecuteAsync(admin, $"CREATE DATABASE {quoted} OWNER {DatabaseRoles.Owner} {copied}", ct);
        await ExecuteAsync(
            admin,
            $"""
            REVOKE ALL ON DATABASE {quoted} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {quoted} TO {DatabaseRoles.App};
            """,
            ct
        );
    }

    public async Task DropDatabaseAsync(string name, CancellationToken ct = default)
    {
        await using var admin = await OpenAdminAsync(ct);
        await ExecuteAsync(admin, $"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)", ct);
    }

    public async Task StopAsync()
    {
        if (stopped)
            return;
        stopped = true;
        await process.DisposeAsync();
        home.RemoveSocket();
        claim.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private string AdminOf(string database) => ConnectionString(DatabaseRoles.Admin, database, pooling: false);

    private string ConnectionString(string role, string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = home.SocketFolder,
            Port = ServerHome.Port,
            Database = database,
            Username = role,
            ApplicationName = "Brink",
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Pooling = pooling,
            MaxPoolSize = 80,
        }.ConnectionString;

    private async Task<NpgsqlConnection> OpenAdminAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(AdminConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task<bool> ExistsAsync(
        NpgsqlConnection connection,
        string query,
        string name,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
