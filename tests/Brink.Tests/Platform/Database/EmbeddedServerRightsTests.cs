using System.Diagnostics;
using Brink.Tests.Support;
using Npgsql;

namespace Brink.Tests.Platform.Database;

public sealed class EmbeddedServerRightsTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Server_ListensOnNoPortAndKeepsItsFoldersPrivate()
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();

        Assert.Equal("", await Sql.ScalarAsync<string>(database.Server.AdminConnectionString, "SHOW listen_addresses"));
        Assert.Equal("on", await Sql.ScalarAsync<string>(database.Server.AdminConnectionString, "SHOW data_checksums"));
        Assert.Equal(
            "UTF8",
            await Sql.ScalarAsync<string>(database.Server.AdminConnectionString, "SHOW server_encoding")
        );
        var socketFolder = new NpgsqlConnectionStringBuilder(database.AppConnectionString).Host!;
        foreach (var part in new[] { socketFolder, Path.Combine(database.Server.DataFolder, "postgres", "data") })
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(part)
            );
    }

    [Fact]
    public async Task App_HasNoRightsOfItsOwn()
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();
        var app = database.AppConnectionString;
        await Sql.ExecuteAsync(database.OwnerConnectionString, "CREATE TABLE walled AS SELECT 1 AS row");

        Assert.False(
            await Sql.ScalarAsync<bool>(
                app,
                "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
            )
        );
        foreach (
            var act in new[]
            {
                "SELECT * FROM walled",
                "CREATE TABLE own (id int)",
                "CREATE TEMP TABLE own (id int)",
                "CREATE DATABASE own",
                "CREATE ROLE own",
                "SET ROLE brink_owner",
                "SET ROLE postgres",
            }
        )
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.ExecuteAsync(app, act));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }
    }

    [Theory]
    [InlineData("pg_trgm")]
    [InlineData("btree_gin")]
    [InlineData("unaccent")]
    public async Task Owner_CanMakeExtension(string extension)
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();

        await Sql.ExecuteAsync(database.OwnerConnectionString, $"CREATE EXTENSION {extension}");
    }

    [Fact]
    public async Task Log_HoldsNothingThatPeopleTyped()
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();
        await Sql.ExecuteAsync(database.OwnerConnectionString, "CREATE TABLE people (mail text PRIMARY KEY)");
        await Sql.ExecuteAsync(database.OwnerConnectionString, "INSERT INTO people VALUES ('iemand@voorbeeld.nl')");
        foreach (var wrong in new[] { "INSERT INTO people VALUES ('iemand@voorbeeld.nl')", "SELECT 'iemand'::int" })
            await Assert.ThrowsAsync<PostgresException>(() => Sql.ExecuteAsync(database.OwnerConnectionString, wrong));
        await Sql.ExecuteAsync(database.Server.AdminConnectionString, "DO $$ BEGIN RAISE LOG 'written'; END $$");

        var log = await EventuallyInLogAsync(database.Server.DataFolder, "written");

        Assert.DoesNotContain("iemand", log, StringComparison.Ordinal);
    }

    private static async Task<string> EventuallyInLogAsync(string folder, string text)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var log = await File.ReadAllTextAsync(Path.Combine(folder, "postgres.log"));
            if (log.Contains(text, StringComparison.Ordinal) || clock.Elapsed > TimeSpan.FromSeconds(5))
                return log;
            await Task.Delay(50);
        }
    }
}
