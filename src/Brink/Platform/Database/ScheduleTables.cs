using Microsoft.EntityFrameworkCore;

namespace Brink.Platform.Database;

/// <summary>
/// The tables of the clock, in a schema of their own: they belong to no municipality and hold nothing of one. Made by
/// the owner from the script that comes with Quartz.
/// </summary>
public static class ScheduleTables
{
    public const string Schema = "quartz";
    public const string Prefix = Schema + ".";
    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";

    public static async Task EnsureAsync(BrinkDb db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}", cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = await ScriptAsync(cancellation);
        await command.ExecuteNonQueryAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync(
            $"""
            GRANT USAGE ON SCHEMA {Schema} TO brink_app;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Schema} TO brink_app
            """,
            cancellation
        );
    }

    private static async Task<string> ScriptAsync(CancellationToken cancellation)
    {
        await using var stream =
            typeof(Quartz.IScheduler).Assembly.GetManifestResourceStream(Script)
            ?? throw new InvalidOperationException($"This version of Quartz has no {Script}.");
        using var reader = new StreamReader(stream);
        var script = await reader.ReadToEndAsync(cancellation);
        // Its places: the tables' prefix with schema, and that without for the names of keys and indexes.
        return script.Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal);
    }
}
