using System.Globalization;
using Brink.Bench.Generate;

namespace Brink.Bench.Measure;

/// <summary>How much and how long. Quick shows only that everything works; its figures say nothing.</summary>
public sealed record Settings
{
    public bool IsQuick { get; init; }

    /// <summary>Only makes the databases.</summary>
    public bool Prepares { get; init; }
    public int Port { get; init; } = 5300;
    public string Root { get; init; } = Path.GetFullPath(".");

    public Amounts Few => IsQuick ? new(100, 1) : new(1_000, 1);
    public Amounts Many => IsQuick ? new(1_000, 10) : new(1_000_000, 342);
    public int ManyReactions => IsQuick ? 1_000 : 10_000;
    public int PeopleAtOnce => IsQuick ? 50 : 500;
    public int Rounds => IsQuick ? 1 : 3;
    public int Seconds => IsQuick ? 2 : 4;
    public int WarmUpSeconds => IsQuick ? 2 : 4;

    /// <summary>Half a minute is enough for the runtime to have compiled what is hot; it stops when that brings no more.</summary>
    public int MostWarmUps => IsQuick ? 1 : 6;

    public string Data => Path.Combine(Root, "artifacts", "bench", IsQuick ? "quick" : "full");

    /// <summary>A program as it runs in use, which <c>bench/run</c> has made.</summary>
    public string Program(string name) => Path.Combine(Root, "artifacts", "bench", "programs", name, name + ".dll");

    public string Results => Path.Combine(Root, "bench", "results");

    public static Settings Read(string[] arguments)
    {
        var settings = new Settings();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
            settings = argument switch
            {
                "--quick" => settings with { IsQuick = true },
                "--prepare" => settings with { Prepares = true },
                "--port" => settings with { Port = int.Parse(rest.Dequeue(), CultureInfo.InvariantCulture) },
                "--root" => settings with { Root = Path.GetFullPath(rest.Dequeue()) },
                _ => throw new ArgumentException(
                    $"'{argument}' is not known: --quick, --prepare, --port NUMBER.",
                    nameof(arguments)
                ),
            };
        return settings;
    }
}
