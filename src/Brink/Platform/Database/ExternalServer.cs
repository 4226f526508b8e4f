using System.Diagnostics;
using Brink.Platform.Startup;
using Npgsql;

namespace Brink.Platform.Database;

/// <summary>A PostgreSQL server somebody else keeps. What Brink relies on is checked before it starts.</summary>
public static class ExternalServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="owner">Connection string of the owner of the database.</param>
    /// <param name="app">Of the role that serves pages; without it the owner connects and lays down its rights.</param>
    /// <exception cref="CannotStartException">The server can't be used; the message says what to change.</exception>
    public static async Task<DatabaseConnections> ConnectAsync(
        string owner,
        string? app = null,
        CancellationToken ct = default
    )
    {
        var ownerSettings = Read(owner, "BRINK_DATABASE");
        var appSettings = string.IsNullOrWhiteSpace(app) ? AsApp(ownerSettings) : Read(app, "BRINK_DATABASE_APP");

        var ownerRole = await CheckOwnerAsync(ownerSettings.ConnectionString, ct);
        await CheckAppAsync(appSettings.ConnectionString, ownerRole, ct);
        return new DatabaseConnections(ownerSettings.ConnectionString, appSettings.ConnectionString);
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString, string variable)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            settings.ApplicationName ??= "Brink";
            return settings;
        }
        catch (ArgumentException unreadable)
        {
            // The reason may quote the text, which holds a password.
            throw new CannotStartException(
                $"{variable} can't be read: it should look like 'Host=…;Database=…;Username=…;Password=…'.",
                unreadable
            );
        }
    }

    private static NpgsqlConnectionStringBuilder AsApp(NpgsqlConnectionStringBuilder owner) =>
        new(owner.ConnectionString) { Options = $"{owner.Options} -c role={DatabaseRoles.App}".Trim() };

    private static async Task<string> CheckOwnerAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = await OpenAsync(connectionString, "BRINK_DATABASE", ct);
        if (connection.PostgreSqlVersion.Major < PostgresPrograms.OldestMajor)
            throw new CannotStartException(
                $"BRINK_DATABASE is PostgreSQL {connection.PostgreSqlVersion.Major}; Brink needs {PostgresPrograms.OldestMajor} or newer."
            );
        var answers = await AskAsync(
            connection,
            """
            SELECT current_user, current_setting('server_encoding'),
                   has_schema_privilege('public', 'CREATE') AND has_database_privilege(current_database(), 'CREATE'),
                   EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'brink_app')
            """,
            ct
        );
        if (answers is not [string role, string encoding, bool mayCreate, bool hasApp])
            throw new UnreachableException();
        if (encoding != "UTF8")
            throw new CannotStartException($"The database in BRINK_DATABASE is kept in {encoding}; Brink needs UTF8.");
        if (!mayCreate)
            throw new CannotStartException(
                $"The role {role} of BRINK_DATABASE can't make tables: make it the owner of the database, as docs/operations.md says."
            );
        if (!hasApp)
            throw new CannotStartException(
                $"The server in BRINK_DATABASE has no role {DatabaseRoles.App}: make it, as docs/operations.md says."
            );
        return role;
    }

    private static async Task CheckAppAsync(string connectionString, string ownerRole, CancellationToken ct)
    {
        await using var connection = await OpenAsync(connectionString, "BRINK_DATABASE_APP", ct);
        var answers = await AskAsync(
            connection,
            """
            SELECT current_user, rolsuper OR rolbypassrls OR pg_has_role($1, 'MEMBER'),
                   pg_has_role('brink_app', 'USAGE')
            FROM pg_roles WHERE rolname = current_user
            """,
            ct,
            ownerRole
        );
        if (answers is not [string role, bool passesWalls, bool isApp])
            throw new UnreachableException();
        if (passesWalls)
            throw new CannotStartException(
                $"The role {role} can pass row-level security, which keeps municipalities apart: use one that is no superuser, no owner and has no BYPASSRLS."
            );
        if (!isApp)
            throw new CannotStartException(
                $"The role {role} has not the rights of {DatabaseRoles.App}: grant it that role."
            );
    }

    private static async Task<NpgsqlConnection> OpenAsync(
        string connectionString,
        string variable,
        CancellationToken ct
    )
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var connection = new NpgsqlConnection(connectionString);
            try
            {
                await connection.OpenAsync(ct);
                return connection;
            }
            // After a restart of the machine the server may need longer than Brink.
            catch (NpgsqlException away) when (away.IsTransient && clock.Elapsed < Patience)
            {
                await connection.DisposeAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
            catch (NpgsqlException refused)
            {
                await connection.DisposeAsync();
                throw new CannotStartException($"The database in {variable} can't be used: {refused.Message}", refused);
            }
        }
    }

    private static async Task<object[]> AskAsync(
        NpgsqlConnection connection,
        string query,
        CancellationToken ct,
        params string[] parameters
    )
    {
        await using var command = new NpgsqlCommand(query, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var answers = new object[reader.FieldCount];
        reader.GetValues(answers);
        return answers;
    }
}
