using System.Diagnostics;
using System.Globalization;
using Brink.Platform.Database;
using Npgsql;

namespace Brink.Bench.Generate;

/// <summary>Fills an empty, migrated database. As the superuser, who may put off indexes and references while loading.</summary>
public sealed class Generator(EmbeddedServer server, string database, Amounts amounts, Action<string> tell)
{
    /// <summary>When everything in it happened is counted back from here.</summary>
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public async Task FillAsync()
    {
        var clock = Stopwatch.StartNew();
        await Migrator.MigrateAsync(server.OwnerConnectionString(database));
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.AdminConnectionString)
            {
                Database = database,
                CommandTimeout = 0,
            }.ConnectionString
        );
        await connection.OpenAsync();
        await ExecuteAsync(connection, "SET session_replication_role = replica; SET maintenance_work_mem = '512MB'");
        var indexes = await TakeIndexesAsync(connection);

        await new Places(connection, amounts, now).WriteAsync();
        await new Stories(connection, amounts, now, tell).WriteAsync();

        tell($"Making {indexes.Count} indexes ({Seconds(clock)}) ...");
        foreach (var definition in indexes)
            await ExecuteAsync(connection, definition);
        await AdvanceSequencesAsync(connection);
        tell($"Gathering statistics ({Seconds(clock)}) ...");
        await ExecuteAsync(connection, "VACUUM (ANALYZE)");
        await ExecuteAsync(connection, "CHECKPOINT");
        tell($"{amounts.Initiatives} initiatives in {amounts.Municipalities} municipalities, in {Seconds(clock)}.");
    }

    /// <summary>Indexes that hold up no key are made afterwards, which is many times faster.</summary>
    private static async Task<List<string>> TakeIndexesAsync(NpgsqlConnection connection)
    {
        var (names, definitions) = (new List<string>(), new List<string>());
        await using (
            var command = new NpgsqlCommand(
                """
                SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisunique AND NOT i.indisexclusion
                """,
                connection
            )
        )
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
                definitions.Add(reader.GetString(1));
            }
        foreach (var name in names)
            await ExecuteAsync(connection, $"DROP INDEX {name}");
        return definitions;
    }

    /// <summary>Past every number that was given out here.</summary>
    private static async Task AdvanceSequencesAsync(NpgsqlConnection connection) =>
        await ExecuteAsync(
            connection,
            """
            DO $$
            DECLARE
                one record;
                highest bigint := 1;
                found bigint;
            BEGIN
                FOR one IN
                    SELECT table_name FROM information_schema.columns
                    WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'bigint'
                LOOP
                    EXECUTE format('SELECT coalesce(max(id), 0) FROM %I', one.table_name) INTO found;
                    highest := greatest(highest, found);
                END LOOP;
                FOR one IN SELECT sequence_name FROM information_schema.sequences WHERE sequence_schema = 'public'
                    AND sequence_name IN ('ids', 'subject_ids')
                LOOP
                    PERFORM setval(one.sequence_name::regclass, highest + 1000);
                END LOOP;
            END
            $$
            """
        );

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Seconds(Stopwatch clock) =>
        clock.Elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s";
}
