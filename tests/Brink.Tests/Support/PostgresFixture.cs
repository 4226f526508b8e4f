using System.Globalization;
using System.Security.Cryptography;
using Brink.Platform.Database;
using Brink.Platform.Startup;
using Npgsql;

[assembly: AssemblyFixture(typeof(Brink.Tests.Support.PostgresFixture))]

namespace Brink.Tests.Support;

/// <summary>
/// One real PostgreSQL for the whole run, started by the first test that asks for a database. Each test class gets its
/// own copy of a template database.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "brink_template";
    private const string FolderPrefix = "brink-tests-";

    private readonly string folder = Path.Combine(Path.GetTempPath(), FolderPrefix + RandomName());
    private readonly Lazy<Task<EmbeddedServer>> server;
    private int copies;

    public PostgresFixture() => server = new Lazy<Task<EmbeddedServer>>(StartAsync);

    /// <summary>Fills the template database, given the connection string of its owner.</summary>
    public static Func<string, Task> FillTemplate { get; set; } = owner => Migrator.MigrateAsync(owner);

    public async Task<EmbeddedServer> ServerAsync() => await server.Value;

    public Task<TestDatabase> NewDatabaseAsync() => NewAsync(Template);

    /// <summary>Without the migrations.</summary>
    public Task<TestDatabase> NewEmptyDatabaseAsync() => NewAsync(template: null);

    private async Task<TestDatabase> NewAsync(string? template)
    {
        var running = await server.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref copies)}");
        await running.EnsureDatabaseAsync(name, template);
        return new TestDatabase(running, name);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (!server.IsValueCreated)
            return;
        await (await server.Value).DisposeAsync();
        await EmbeddedServer.RemoveAsync(folder);
    }

    private async Task<EmbeddedServer> StartAsync()
    {
        await RemoveLeftOversAsync();
        var started = await EmbeddedServer.StartAsync(folder, new EmbeddedServerOptions { Fast = true });
        await started.EnsureDatabaseAsync(Template);
        await FillTemplate(started.OwnerConnectionString(Template));
        // PostgreSQL copies a database only while nobody is connected to it.
        NpgsqlConnection.ClearAllPools();
        return started;
    }

    /// <summary>What a killed run left behind; a folder that is in use belongs to another run.</summary>
    private static async Task RemoveLeftOversAsync()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
            try
            {
                if (File.Exists(DataFolderLock.PathIn(left)))
                    await EmbeddedServer.RemoveAsync(left);
            }
            catch (CannotStartException) { }
    }

    private static string RandomName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
}

/// <summary>A copy of the template, gone when the class is done with it.</summary>
public sealed class TestDatabase(EmbeddedServer server, string name) : IAsyncDisposable
{
    public EmbeddedServer Server => server;
    public string Name => name;
    public string OwnerConnectionString => server.OwnerConnectionString(name);
    public string AppConnectionString => server.AppConnectionString(name);

    public async ValueTask DisposeAsync()
    {
        foreach (var used in new[] { OwnerConnectionString, AppConnectionString })
            await using (var connection = new NpgsqlConnection(used))
                NpgsqlConnection.ClearPool(connection);
        await server.DropDatabaseAsync(name);
    }
}
