using System.Collections;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Brink.Bench.Generate;

/// <summary>
/// Writes rows through COPY. Columns that must hold something and aren't named get the neutral value of their type, so
/// that the generator goes on working when a feature adds one.
/// </summary>
internal sealed class TableWriter : IAsyncDisposable
{
    private readonly TextWriter copy;
    private readonly string neutral;
    private readonly StringBuilder line = new();

    private TableWriter(TextWriter copy, string neutral) => (this.copy, this.neutral) = (copy, neutral);

    public static async Task<TableWriter> OpenAsync(NpgsqlConnection connection, string table, params string[] columns)
    {
        var rest = await NeutralAsync(connection, table, columns);
        var names = columns.Concat(rest.Select(r => r.Column)).Select(name => $"\"{name}\"");
        var copy = await connection.BeginTextImportAsync($"COPY {table} ({string.Join(", ", names)}) FROM STDIN");
        return new TableWriter(copy, string.Concat(rest.Select(r => "\t" + r.Value)));
    }

    public void Row(params object?[] values)
    {
        line.Clear();
        foreach (var value in values)
        {
            if (line.Length > 0)
                line.Append('\t');
            Append(value);
        }
        line.Append(neutral).Append('\n');
        copy.Write(line);
    }

    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                line.Append("\\N");
                break;
            case string text:
                foreach (var sign in text)
                    _ = sign switch
                    {
                        '\\' => line.Append("\\\\"),
                        '\t' => line.Append("\\t"),
                        '\n' => line.Append("\\n"),
                        '\r' => line.Append("\\r"),
                        _ => line.Append(sign),
                    };
                break;
            case DateTimeOffset moment:
                line.Append(moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                line.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case bool yes:
                line.Append(yes ? 't' : 'f');
                break;
            case Enum code:
                line.Append(code.ToString());
                break;
            case IFormattable number:
                line.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} can't be written.", nameof(value));
        }
    }

    private static async Task<List<(string Column, string Value)>> NeutralAsync(
        NpgsqlConnection connection,
        string table,
        ICollection named
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT column_name::text, data_type::text FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL
              AND is_generated = 'NEVER' AND is_identity = 'NO' AND NOT column_name = ANY ($2)
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = table },
                new() { Value = named },
            },
        };
        var found = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add((reader.GetString(0), NeutralOf(reader.GetString(1))));
        return found;
    }

    private static string NeutralOf(string type) =>
        type switch
        {
            "boolean" => "f",
            "bigint" or "integer" or "smallint" or "numeric" or "double precision" or "real" => "0",
            "jsonb" or "json" or "ARRAY" => "{}",
            "date" => "2026-01-01",
            "timestamp with time zone" => "2026-01-01 00:00:00Z",
            "bytea" => "\\\\x",
            _ => "",
        };

    public async ValueTask DisposeAsync() => await copy.DisposeAsync();
}
