using System.Collections.Concurrent;
using System.Data.Common;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Brink.Platform.Tenancy;

/// <summary>
/// Tells PostgreSQL which municipality a connection works for, so that row-level security can hold.
/// A server process keeps the setting, so it is sent only when it differs from what that process last heard.
/// </summary>
public sealed class TenantConnectionInterceptor : DbConnectionInterceptor
{
    private readonly ConcurrentDictionary<int, long> lastSet = new();

    /// <summary>A new server process knows nothing yet, also when the system reuses a process number.</summary>
    public void Forget(NpgsqlConnection connection) => lastSet.TryRemove(connection.ProcessID, out _);

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (Needs(connection, eventData, out var tenant))
        {
            await using var command = Command(connection, tenant);
            await command.ExecuteNonQueryAsync(cancellationToken);
            lastSet[((NpgsqlConnection)connection).ProcessID] = tenant;
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Needs(connection, eventData, out var tenant))
        {
            using var command = Command(connection, tenant);
            command.ExecuteNonQuery();
            lastSet[((NpgsqlConnection)connection).ProcessID] = tenant;
        }
    }

    private bool Needs(DbConnection connection, ConnectionEndEventData eventData, out long tenant)
    {
        tenant = eventData.Context is BrinkDb db ? db.TenantId : 0;
        return !lastSet.TryGetValue(((NpgsqlConnection)connection).ProcessID, out var last) || last != tenant;
    }

    private static DbCommand Command(DbConnection connection, long tenant)
    {
        var command = connection.CreateCommand();
        command.CommandText = "SELECT set_config('brink.municipality', $1, false)";
        command.Parameters.Add(
            new NpgsqlParameter { Value = tenant.ToString(System.Globalization.CultureInfo.InvariantCulture) }
        );
        return command;
    }
}
