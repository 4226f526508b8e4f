using System.Text.RegularExpressions;

namespace Brink.Tests.Conventions;

/// <summary>Which part of the house leans on which other, read from the sources.</summary>
public static partial class FeatureBoundaries
{
    /// <summary>The carrying ideas: everything may use them, and they know each other.</summary>
    public static readonly string[] Carrying = ["Accounts", "Journal", "Places", "Promises", "Shared", "Subjects"];

    /// <summary>Puts the parts together, so it knows them all.</summary>
    private static readonly string[] TableOfContents =
    [
        "src/Brink/Features/Shared/Features.cs",
        "src/Brink/Features/_ViewImports.cshtml",
    ];

    /// <summary>From part to part, with a place where it does so; the carrying ideas among themselves left out.</summary>
    public static IReadOnlyList<(string From, string To, string Where)> Uses(IEnumerable<SourceFile> files) =>
        [
            .. from file in files
            where !file.IsGenerated && !TableOfContents.Contains(file.Path)
            let part = PartOf(file.Path)
            where part is not null
            from Match match in Named().Matches(file.Text)
            let used = match.Groups["feature"].Value is "Places" && match.Groups["rest"].Value == ".Example"
                ? "Example"
                : match.Groups["feature"].Value
            where used != part && !IsCarrying(part, used)
            group file.At(match.Index) by (part, used) into found
            orderby found.Key.part, found.Key.used
            select (found.Key.part, found.Key.used, found.First()),
        ];

    /// <summary>Uses that no line allows.</summary>
    public static IReadOnlyList<string> NotAllowed(
        IEnumerable<(string From, string To, string Where)> uses,
        IReadOnlyCollection<(string From, string To)> allowed
    ) =>
        [
            .. uses.Where(use => !allowed.Contains((use.From, use.To)))
                .Select(use => $"{use.From} uses {use.To} at {use.Where}"),
        ];

    /// <summary>A way that leads back to where it began; empty when there is none.</summary>
    public static IReadOnlyList<string> Circle(IReadOnlyCollection<(string From, string To)> allowed)
    {
        var left = allowed.ToList();
        while (left.Count > 0)
        {
            var free = left.Where(line => left.All(other => other.From != line.To)).ToList();
            if (free.Count == 0)
            {
                return [.. left.Select(line => $"{line.From} → {line.To}")];
            }

            left.RemoveAll(free.Contains);
        }

        return [];
    }

    private static bool IsCarrying(string part, string used) => Carrying.Contains(used) && part != "Platform";

    private static string? PartOf(string path)
    {
        var folders = path.Split('/');
        return folders switch
        {
            ["src", "Brink", "Features", "Places", "Example", ..] => "Example",
            ["src", "Brink", "Features", var feature, _, ..] => feature,
            ["src", "Brink", "Platform", ..] => "Platform",
            _ => null,
        };
    }

    [GeneratedRegex(
        @"\bBrink\.Features\.(?<feature>[A-Z]\w+)(?<rest>\.Example\b)?",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Named();
}
