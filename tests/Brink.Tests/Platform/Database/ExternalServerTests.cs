using Brink.Platform.Database;
using Brink.Platform.Startup;
using Brink.Tests.Support;

namespace Brink.Tests.Platform.Database;

public sealed class ExternalServerTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Connect_WithBothRoles_UsesThem()
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();

        var connections = await ExternalServer.ConnectAsync(
            database.OwnerConnectionString,
            database.AppConnectionString
        );

        Assert.Equal("brink_owner", await WhoAsync(connections.Owner));
        Assert.Equal("brink_app", await WhoAsync(connections.App));
    }

    [Fact]
    public async Task Connect_WithTheOwnerAlone_LaysDownItsRightsForThePages()
    {
        await using var database = await postgres.NewDatabaseAsync();

        var connections = await ExternalServer.ConnectAsync(AdminOf(database));

        Assert.Equal("brink_app", await WhoAsync(connections.App));
        Assert.False(
            await Sql.ScalarAsync<bool>(
                connections.App,
                "SELECT has_table_privilege('journal', 'DELETE') OR NOT row_security_active('journal')"
            )
        );
    }

    [Fact]
    public async Task Connect_WhenThePagesRoleCanPassTheWalls_IsRefused()
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();
        var owner = database.OwnerConnectionString;

        foreach (var strong in new[] { AdminOf(database), owner })
        {
            var refusal = await Assert.ThrowsAsync<CannotStartException>(() =>
                ExternalServer.ConnectAsync(owner, strong)
            );
            Assert.Contains("can pass row-level security", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Connect_WhenTheOwnerCantMakeTables_IsRefused()
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();

        var refusal = await Assert.ThrowsAsync<CannotStartException>(() =>
            ExternalServer.ConnectAsync(database.AppConnectionString)
        );

        Assert.Contains("brink_app of BRINK_DATABASE can't make tables", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_WhenTheDatabaseIsNotUtf8_IsRefused()
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();
        await Sql.ExecuteAsync(
            database.Server.AdminConnectionString,
            "CREATE DATABASE latin OWNER brink_owner ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
        );

        var refusal = await Assert.ThrowsAsync<CannotStartException>(() =>
            ExternalServer.ConnectAsync(database.Server.OwnerConnectionString("latin"))
        );

        Assert.Contains("LATIN1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_WhenTheDatabaseIsAbsent_SaysSoWithoutThePassword()
    {
        await using var database = await postgres.NewEmptyDatabaseAsync();

        var refusal = await Assert.ThrowsAsync<CannotStartException>(() =>
            ExternalServer.ConnectAsync(database.Server.OwnerConnectionString("absent") + ";Password=geheim")
        );

        Assert.Contains("\"absent\" does not exist", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refusal.Message, StringComparison.Ordinal);
    }

    private static string AdminOf(TestDatabase database) =>
        new Npgsql.NpgsqlConnectionStringBuilder(database.Server.AdminConnectionString)
        {
            Database = database.Name,
        }.ConnectionString;

    private static async Task<string?> WhoAsync(string connectionString) =>
        await Sql.ScalarAsync<string>(connectionString, "SELECT current_user::text");
}
