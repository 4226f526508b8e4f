using System.Globalization;
using System.Text;

namespace Brink.Platform.Text;

/// <param name="Text">The cleaned text, also when it is refused, so that nothing typed is lost.</param>
/// <param name="Problem">Dutch source text of the refusal with {0} places; null when the text is good.</param>
public sealed record TextCheck(string Text, string? Problem, params object[] Arguments)
{
    public bool IsEmpty => Text.Length == 0;

    internal TextCheck Refuse(string problem, params object[] arguments) => new(Text, problem, arguments);
}

/// <summary>
/// What becomes of text that people type or paste: Unicode form NFC, without control characters, and without marks
/// that turn the direction of the text around them (U+202A–U+202E, U+2066–U+2069; see Unicode Technical Report 36,
/// 'Bidirectional text spoofing'). Lengths are in text elements: what a reader sees as one sign counts as one.
/// </summary>
public static class TextRules
{
    /// <summary>A sign of several code points (a family, a flag) is at most about this long in UTF-16.</summary>
    private const int MostUnitsPerElement = 16;

    /// <summary>Any text, with the spaces around it off: what every form field goes through first.</summary>
    public static string Clean(string? input) => Scrub(input).Trim();

    /// <summary>A secret, with every sign in it, in form NFC. Broken surrogates become U+FFFD.</summary>
    public static string AsTyped(string? input) =>
        string.Concat((input ?? "").EnumerateRunes().Select(rune => rune.ToString()))
            .Normalize(NormalizationForm.FormC);

    /// <summary>One line: a name, a title. Line ends and runs of spaces become one space.</summary>
    public static TextCheck Line(string? input, int most) => Check(Line(input), most);

    /// <summary>One line, of any length.</summary>
    public static string Line(string? input) =>
        string.Join(' ', Scrub(input).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Text of several lines; each line end becomes <c>\n</c>.</summary>
    public static TextCheck Paragraphs(string? input, int most) =>
        Check(string.Join('\n', Scrub(input).Split('\n').Select(line => line.TrimEnd())).Trim(), most);

    /// <summary>Length as a reader counts.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The first <paramref name="most"/> signs, none cut in two.</summary>
    public static string First(string text, int most)
    {
        var at = 0;
        for (var count = 0; count < most && at < text.Length; count++)
            at += StringInfo.GetNextTextElementLength(text, at);
        return text[..at];
    }

    /// <summary>NFC without forbidden signs; line ends are <c>\n</c>. Broken surrogates become U+FFFD.</summary>
    internal static string Scrub(string? input)
    {
        if (string.IsNullOrEmpty(input))
            return "";
        var text = new StringBuilder(input.Length);
        var afterReturn = false;
        foreach (var rune in input.EnumerateRunes())
        {
            if (rune.Value is '\r' or 0x85 or 0x2028 or 0x2029 || (rune.Value == '\n' && !afterReturn))
                text.Append('\n');
            else if (rune.Value != '\n' && !IsForbidden(rune))
                text.Append(rune.ToString());
            afterReturn = rune.Value == '\r';
        }
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsForbidden(Rune rune) =>
        rune.Value switch
        {
            '\t' => false,
            0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
            // Noncharacters (Unicode 23.7) are not for interchange.
            (>= 0xFDD0 and <= 0xFDEF) => true,
            var value when (value & 0xFFFE) == 0xFFFE => true,
            _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
        };

    private static TextCheck Check(string text, int most)
    {
        var good = new TextCheck(text, null);
        // The cheap tests first: counting a hundred megabytes sign by sign is work for nothing.
        if (text.Length <= most)
            return good;
        if (text.Length > (long)most * MostUnitsPerElement)
            return good.Refuse("Deze tekst is te lang. Gebruik niet meer dan {0} tekens.", most);
        return Length(text) is var length && length <= most
            ? good
            : good.Refuse("Deze tekst heeft {1} tekens. Gebruik er niet meer dan {0}.", most, length);
    }
}
