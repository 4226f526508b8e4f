using System.Security.Cryptography;
using System.Text;
using Brink.Bench.Generate;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Bench.Measure;

/// <summary>A private PostgreSQL with its settings as in use, filled once and used again by the next run.</summary>
public sealed class Dataset : IAsyncDisposable
{
    private const string Name = "brink";
    private readonly EmbeddedServer server;

    private Dataset(EmbeddedServer server) => this.server = server;

    public string Owner => server.OwnerConnectionString(Name);
    public int ServerProcess => server.ProcessId;
    public string App => server.AppConnectionString(Name);

    public static async Task<Dataset> OpenAsync(string folder, Amounts amounts)
    {
        var complete = Path.Combine(folder, "filled");
        var wanted = $"{amounts.Initiatives} {amounts.Municipalities} {Schema()}";
        if (Directory.Exists(folder) && (!File.Exists(complete) || await File.ReadAllTextAsync(complete) != wanted))
            await EmbeddedServer.RemoveAsync(folder);
        var server = await EmbeddedServer.StartAsync(folder);
        if (!File.Exists(complete))
        {
            await server.DatabaseAsync(Name);
            await new Generator(server, Name, amounts, Console.Error.WriteLine).FillAsync();
            NpgsqlConnection.ClearAllPools();
            await File.WriteAllTextAsync(complete, wanted);
        }
        await Migrator.MigrateAsync(server.OwnerConnectionString(Name));
        return new Dataset(server);
    }

    public async Task<T> AskAsync<T>(string query)
    {
        await using var connection = new NpgsqlConnection(Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Another structure of the database asks for other data.</summary>
    private static string Schema()
    {
        using var db = new BrinkDb(Migrator.Options("Host=nowhere"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(db.Database.GenerateCreateScript())));
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();
}
