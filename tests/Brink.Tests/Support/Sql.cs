using Npgsql;

namespace Brink.Tests.Support;

internal static class Sql
{
    public static async Task ExecuteAsync(string connectionString, string sql) =>
        await ScalarAsync<object>(connectionString, sql);

    public static async Task<T?> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }
}
