using System.Globalization;
using System.Xml.Linq;

namespace Brink.Platform.Text.WordFiles;

/// <param name="Depth">Counts from 0.</param>
/// <param name="Number">Null for a bullet.</param>
/// <param name="Shown">As Word shows it: '3.2', 'a)'; empty for a bullet.</param>
internal sealed record ListMark(int Depth, int? Number, string Shown)
{
    /// <summary>A plain number with '.' or ')' behind it, which Markdown can count.</summary>
    public bool IsCounted =>
        Number is { } number && Shown.TrimEnd('.', ')') == number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Which number stands before a paragraph (ECMA-376 part 1, 17.9): Word keeps them nowhere, it counts.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly WordStyles styles;
    private readonly Dictionary<int, XElement> kinds = [];
    private readonly Dictionary<int, XElement> lists = [];
    private readonly Dictionary<int, int?[]> counts = [];
    private readonly HashSet<int> begun = [];

    public WordNumbering(XElement? part, WordStyles styles)
    {
        this.styles = styles;
        foreach (var element in part?.Elements() ?? [])
            if (element.Is("abstractNum") && element.NumberOf("abstractNumId") is { } kind)
                kinds[kind] = element;
            else if (element.Is("num") && element.NumberOf("numId") is { } list)
                lists[list] = element;
    }

    /// <summary>Counts on. Null for a list that the file doesn't know, or that shows nothing.</summary>
    public ListMark? Next((int List, int? Level, string? Style) of)
    {
        if (KindOf(of.List) is not { } kind)
            return null;
        var level = Math.Clamp(of.Level ?? LevelOfStyle(kind.Element, of.Style) ?? 0, 0, Levels - 1);
        var count = counts.TryGetValue(kind.Id, out var known) ? known : counts[kind.Id] = new int?[Levels];
        if (begun.Add(of.List))
            BeginAnew(of.List, count);
        for (var above = 0; above < level; above++)
            count[above] ??= Start(of.List, kind.Element, above);
        count[level] = count[level] is { } last ? last + 1 : Start(of.List, kind.Element, level);
        Array.Clear(count, level + 1, Levels - level - 1);
        var format = Format(of.List, kind.Element, level);
        return format switch
        {
            "none" => null,
            "bullet" => new ListMark(level, null, ""),
            _ => new ListMark(level, count[level], Shown(of.List, kind.Element, level, count)),
        };
    }

    private (int Id, XElement Element)? KindOf(int list)
    {
        if (
            lists.GetValueOrDefault(list).Child("abstractNumId").NumberOf("val") is not { } id
            || !kinds.TryGetValue(id, out var kind)
        )
            return null;
        // A list style: the real list hangs on that style.
        return
            kind.Child("numStyleLink").Of("val") is { } style
            && styles.ListOfStyle(style) is { } other
            && lists.GetValueOrDefault(other).Child("abstractNumId").NumberOf("val") is { } otherId
            && kinds.TryGetValue(otherId, out var real)
            ? (otherId, real)
            : (id, kind);
    }

    private void BeginAnew(int list, int?[] count)
    {
        foreach (var change in lists[list].Elements().Where(e => e.Is("lvlOverride")))
            if (
                change.Child("startOverride").NumberOf("val") is { } start
                && change.NumberOf("ilvl") is { } level and >= 0 and < Levels
            )
                count[level] = start - 1;
    }

    private string Shown(int list, XElement kind, int level, int?[] count)
    {
        var shown = Level(list, kind, level).Child("lvlText").Of("val") ?? "";
        for (var at = 0; at <= level; at++)
            shown = shown.Replace(
                string.Create(CultureInfo.InvariantCulture, $"%{at + 1}"),
                Written(
                    count[at] ?? 0,
                    Level(list, kind, level).Switch("isLgl") == true ? "decimal" : Format(list, kind, at)
                ),
                StringComparison.Ordinal
            );
        return TextRules.Line(shown);
    }

    private static string Written(int number, string format) =>
        format switch
        {
            "lowerLetter" => Letters(number).ToLowerInvariant(),
            "upperLetter" => Letters(number),
            "lowerRoman" => Roman(number).ToLowerInvariant(),
            "upperRoman" => Roman(number),
            "bullet" or "none" => "",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>Word goes on with AA, BB, CC.</summary>
    private static string Letters(int number) =>
        number is <= 0 or > 26 * 10
            ? number.ToString(CultureInfo.InvariantCulture)
            : new((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    internal static string Roman(int number)
    {
        if (number is <= 0 or > 3999)
            return number.ToString(CultureInfo.InvariantCulture);
        (int Worth, string Sign)[] signs =
        [
            (1000, "M"),
            (900, "CM"),
            (500, "D"),
            (400, "CD"),
            (100, "C"),
            (90, "XC"),
            (50, "L"),
            (40, "XL"),
            (10, "X"),
            (9, "IX"),
            (5, "V"),
            (4, "IV"),
            (1, "I"),
        ];
        var written = "";
        foreach (var (worth, sign) in signs)
            for (; number >= worth; number -= worth)
                written += sign;
        return written;
    }

    private int Start(int list, XElement kind, int level) =>
        Level(list, kind, level).Child("start").NumberOf("val") ?? 1;

    private string Format(int list, XElement kind, int level) =>
        Level(list, kind, level).Child("numFmt").Of("val") ?? "decimal";

    private XElement? Level(int list, XElement kind, int level) =>
        Of(
            lists[list].Elements().Where(e => e.Is("lvlOverride")).FirstOrDefault(e => e.NumberOf("ilvl") == level),
            level
        ) ?? Of(kind, level);

    private static XElement? Of(XElement? parent, int level) =>
        parent?.Elements().FirstOrDefault(e => e.Is("lvl") && e.NumberOf("ilvl") == level);

    private static int? LevelOfStyle(XElement kind, string? style) =>
        style is null
            ? null
            : kind.Elements().FirstOrDefault(e => e.Is("lvl") && e.Child("pStyle").Of("val") == style).NumberOf("ilvl");
}
