using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Brink.Features.Shared;

/// <summary>The drawings of wwwroot/lib/lucide, ready to stand inside a page.</summary>
public static partial class Icons
{
    private const string Prefix = "icons/";
    private static readonly FrozenDictionary<string, HtmlString> Drawn = Load();

    public static IEnumerable<string> Names => Drawn.Keys;

    /// <exception cref="ArgumentException">No such icon: add its name to tools/lib-icons.txt.</exception>
    public static IHtmlContent Named(string name) =>
        Drawn.TryGetValue(name, out var icon)
            ? icon
            : throw new ArgumentException(
                $"There is no icon '{name}'; add it to tools/lib-icons.txt and run tools/update-lib.",
                nameof(name)
            );

    private static FrozenDictionary<string, HtmlString> Load()
    {
        var assembly = typeof(Icons).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                resource => resource[Prefix.Length..^".svg".Length],
                resource => new HtmlString(Read(assembly, resource)),
                StringComparer.Ordinal
            );
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var shapes = Around().Replace(reader.ReadToEnd(), "");
        shapes = Spaces().Replace(shapes, " ").Replace(" <", "<", StringComparison.Ordinal).Trim();
        return """<svg class="brink-icon" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">"""
            + shapes
            + "</svg>";
    }

    [GeneratedRegex("<!--.*?-->|<svg[^>]*>|</svg>", RegexOptions.Singleline, 1000)]
    private static partial Regex Around();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
