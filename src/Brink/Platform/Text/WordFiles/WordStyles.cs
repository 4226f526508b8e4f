using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Brink.Platform.Text.WordFiles;

/// <summary>
/// What the styles of a file say of a paragraph or of words. Word calls a heading 'heading 1' in every language; other
/// programs and house styles call it 'Kop 1' or 'Heading 1'.
/// </summary>
internal sealed partial class WordStyles
{
    /// <summary>A style may be based on another; a broken file makes a ring of them.</summary>
    private const int MostAncestors = 20;
    private const int Milliseconds = 1000;
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly string? usual;

    public WordStyles(XElement? part)
    {
        foreach (var element in part?.Elements().Where(e => e.Is("style")) ?? [])
            if (element.Of("styleId") is { } id)
            {
                styles[id] = new Style(
                    id,
                    element.Child("name").Of("val") ?? id,
                    element.Child("basedOn").Of("val"),
                    element.Child("pPr"),
                    element.Child("rPr")
                );
                if (element.Of("type") == "paragraph" && element.Of("default") is "1" or "true" or "on")
                    usual = id;
            }
    }

    /// <returns>1 to 6 for a heading; 0 for anything else.</returns>
    public int HeadingLevel(XElement? paragraph)
    {
        if (LevelOf(paragraph) is { } own)
            return own;
        foreach (var style in Chain(StyleOf(paragraph)))
        {
            if (LevelOf(style.Paragraph) is { } said)
                return said;
            if (Heading().Match(style.Name) is { Success: true } name)
                return Level(name.Groups["level"].Value[0] - '0');
            if (Heading().Match(style.Id) is { Success: true } id)
                return Level(id.Groups["level"].Value[0] - '0');
            if (Title().IsMatch(style.Name))
                return 1;
        }
        return 0;
    }

    /// <summary>A line of the contents, or what stands above them.</summary>
    public bool IsOfContents(XElement? paragraph) =>
        Chain(StyleOf(paragraph)).Take(1).Any(style => Contents().IsMatch(style.Name));

    /// <summary>The list it belongs to; null for none.</summary>
    /// <returns>The level counts from 0; null where the style leaves that to the list.</returns>
    public (int List, int? Level, string? Style)? ListOf(XElement? paragraph)
    {
        var own = paragraph.Child("numPr");
        var (list, level) = (own.Child("numId").NumberOf("val"), own.Child("ilvl").NumberOf("val"));
        string? from = null;
        foreach (var style in Chain(StyleOf(paragraph)))
        {
            if (list is not null)
                break;
            var said = style.Paragraph.Child("numPr");
            (list, from) = (said.Child("numId").NumberOf("val"), style.Id);
            level ??= said.Child("ilvl").NumberOf("val");
        }
        return list is { } found and > 0 ? (found, level, from) : null;
    }

    /// <summary>Which list a list style stands for; null when it doesn't.</summary>
    public int? ListOfStyle(string id) =>
        styles.GetValueOrDefault(id)?.Paragraph.Child("numPr").Child("numId").NumberOf("val");

    /// <summary>Whether words are bold, slanted or hidden: by themselves, else by their style, else by that of the paragraph.</summary>
    /// <param name="name">'b', 'i' or 'vanish'.</param>
    public bool Is(string name, XElement? words, XElement? paragraph) =>
        words.Switch(name)
        ?? Chain(words.Child("rStyle").Of("val"))
            .Concat(Chain(StyleOf(paragraph)))
            .Select(style => style.Words.Switch(name))
            .FirstOrDefault(said => said is not null)
        ?? false;

    private string? StyleOf(XElement? paragraph) => paragraph.Child("pStyle").Of("val") ?? usual;

    private IEnumerable<Style> Chain(string? id)
    {
        for (
            var (at, steps) = (id, 0);
            at is not null && steps < MostAncestors && styles.TryGetValue(at, out var style);
            at = style.BasedOn, steps++
        )
            yield return style;
    }

    private static int? LevelOf(XElement? paragraph) =>
        paragraph.Child("outlineLvl").NumberOf("val") is { } level
            ? (level is >= 0 and < 9 ? Level(level + 1) : 0)
            : null;

    private static int Level(int level) => Math.Min(level, 6);

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(heading|kop|koptekst|überschrift|titre)\s*(?<level>[1-9])\z", Options, Milliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(title|titel)\z", Options, Milliseconds)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^((toc|inhopg|inhoudsopgave|contents)\s*[1-9]|toc heading|contents heading|kop\s*van\s*inhoudsopgave|kopvaninhoudsopgave)\z",
        Options,
        Milliseconds
    )]
    private static partial Regex Contents();

    private sealed record Style(string Id, string Name, string? BasedOn, XElement? Paragraph, XElement? Words);
}
