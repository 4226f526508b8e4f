using System.Globalization;

namespace Brink.Platform.Startup;

/// <summary>What was asked for when the program was started.</summary>
public sealed record CommandLine
{
    public const string Usage = """
        Usage: ./run [--port NUMBER] [--data DIR] [--empty] [--database-only] [--help]

          --port NUMBER   the port to listen on (5080)
          --data DIR      where the database and the files stand (.data)
          --empty         start a real installation instead of the example; asks for the first administrator
          --database-only start nothing but the private database, to look inside or to restore into
          --help          show this

        With BRINK_DATABASE an existing PostgreSQL server is used: see docs/operations.md.
        """;

    // What ASP.NET Core's own tools and tests pass to the program they start.
    private static readonly string[] OfTheHost = ["--applicationName", "--contentRoot", "--environment", "--urls"];

    public int Port { get; init; } = 5080;
    public string DataFolder { get; init; } = Path.GetFullPath(".data");
    public bool Empty { get; init; }
    public bool DatabaseOnly { get; init; }
    public bool Help { get; init; }
    public IReadOnlyList<string> HostArguments { get; init; } = [];

    /// <exception cref="CannotStartException">Something was asked for that does not exist.</exception>
    public static CommandLine Parse(IEnumerable<string> arguments)
    {
        var asked = new CommandLine();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            var (name, value) = argument.Split('=', 2) is [var before, var after] ? (before, after) : (argument, null);
            asked = name switch
            {
                "--port" => asked with { Port = PortOf(Value()) },
                "--data" => asked with { DataFolder = Path.GetFullPath(Value()) },
                "--empty" when value is null => asked with { Empty = true },
                "--database-only" when value is null => asked with { DatabaseOnly = true },
                "--help" or "-h" when value is null => asked with { Help = true },
                _ when OfTheHost.Contains(name, StringComparer.OrdinalIgnoreCase) => asked with
                {
                    HostArguments = [.. asked.HostArguments, name, Value()],
                },
                _ => throw new CannotStartException($"'{argument}' is not something Brink knows; try --help."),
            };

            string Value() =>
                (value ?? (rest.TryDequeue(out var next) ? next : null)) is { Length: > 0 } given
                    ? given
                    : throw new CannotStartException($"{name} needs something after it; try --help.");
        }
        return asked;
    }

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new CannotStartException($"'{text}' is not a port: give a number from 1 to 65535.");
}
