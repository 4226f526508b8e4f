using System.Globalization;
using System.Text;

namespace Brink.Platform.Localisation;

/// <summary>One translation: <paramref name="Translations"/> holds one text per plural form, in the order of <see cref="PoFile.Plural"/>.</summary>
public sealed record PoEntry(
    string? Context,
    string Id,
    string? PluralId,
    IReadOnlyList<string> Translations,
    string File,
    int Line
);

/// <summary>A PO file that can't be read as meant; the message starts with file and line.</summary>
public sealed class PoException(string file, int line, string problem)
    : FormatException(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {problem}"));

/// <summary>
/// A gettext PO file in UTF-8. As in gettext, fuzzy, obsolete and empty translations are left out.
/// </summary>
public sealed class PoFile
{
    private readonly string file;
    private readonly List<PoEntry> entries = [];
    private readonly Dictionary<(string?, string), int> seen = [];
    private readonly List<Part> parts = [];
    private bool fuzzy;

    private PoFile(string file) => this.file = file;

    public IReadOnlyList<PoEntry> Entries => entries;

    public PluralRule Plural { get; private set; } = PluralRule.Germanic;

    /// <exception cref="PoException">The content breaks the format; says where.</exception>
    public static PoFile Read(string path)
    {
        string content;
        try
        {
            content = File.ReadAllText(
                path,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
            );
        }
        catch (DecoderFallbackException)
        {
            throw new PoException(path, 1, "not UTF-8");
        }
        return Parse(content, path);
    }

    public static PoFile Parse(string content, string file)
    {
        var result = new PoFile(file);
        var number = 0;
        foreach (var line in content.Split('\n'))
            result.Line(line.Trim(), ++number);
        result.Close();
        return result;
    }

    private void Line(string line, int number)
    {
        if (line.Length == 0)
            return;
        if (line[0] == '#')
        {
            Comment(line);
            return;
        }
        if (line[0] == '"')
        {
            if (parts.Count == 0)
                throw new PoException(file, number, "a text without a keyword before it");
            parts[^1].Text.Append(Unquote(line, number));
            return;
        }
        var quote = line.IndexOf('"', StringComparison.Ordinal);
        if (quote < 0)
            throw new PoException(file, number, $"expected a text between quotation marks: {line}");
        Open(line[..quote].TrimEnd(), line[quote..], number);
    }

    private void Comment(string line)
    {
        if (parts.Exists(part => part.Keyword.StartsWith("msgstr", StringComparison.Ordinal)))
            Close();
        if (line.StartsWith("#,", StringComparison.Ordinal))
            fuzzy |= line.Contains("fuzzy", StringComparison.Ordinal);
    }

    private void Open(string keyword, string text, int number)
    {
        var last = parts.Count == 0 ? "" : parts[^1].Keyword;
        var starts = keyword == "msgctxt" || (keyword == "msgid" && last != "msgctxt");
        if (starts && parts.Count > 0)
            Close();
        last = parts.Count == 0 ? "" : parts[^1].Keyword;
        var expected = keyword switch
        {
            "msgctxt" => last == "",
            "msgid" => last is "" or "msgctxt",
            "msgid_plural" => last == "msgid",
            "msgstr" => last == "msgid",
            "msgstr[0]" => last == "msgid_plural",
            _ when Index(keyword) is { } index => last
                == string.Create(CultureInfo.InvariantCulture, $"msgstr[{index - 1}]"),
            _ => throw new PoException(file, number, $"unknown keyword {keyword}"),
        };
        if (!expected)
            throw new PoException(file, number, $"{keyword} can't stand here");
        parts.Add(new Part(keyword, new StringBuilder(Unquote(text, number)), number));
    }

    private static int? Index(string keyword) =>
        keyword.StartsWith("msgstr[", StringComparison.Ordinal)
        && keyword.EndsWith(']')
        && int.TryParse(
            keyword.AsSpan(7, keyword.Length - 8),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var index
        )
            ? index
            : null;

    private void Close()
    {
        if (parts.Count == 0)
            return;
        var translations = parts
            .Where(part => part.Keyword.StartsWith("msgstr", StringComparison.Ordinal))
            .Select(part => part.Text.ToString())
            .ToList();
        var line = parts[0].Line;
        if (translations.Count == 0)
            throw new PoException(file, line, "a msgid without msgstr");
        Keep(new PoEntry(Text("msgctxt"), Text("msgid")!, Text("msgid_plural"), translations, file, line));
        parts.Clear();
        fuzzy = false;
    }

    private string? Text(string keyword) => parts.Find(part => part.Keyword == keyword)?.Text.ToString();

    private void Keep(PoEntry entry)
    {
        if (!seen.TryAdd((entry.Context, entry.Id), entry.Line))
        {
            var first = seen[(entry.Context, entry.Id)];
            throw new PoException(file, entry.Line, $"\"{entry.Id}\" already stands on line {first}");
        }
        if (entry.Id.Length == 0 && entry.Context is null)
        {
            ReadHeader(entry);
            return;
        }
        if (fuzzy || entry.Translations.All(text => text.Length == 0))
            return;
        if (entry.PluralId is not null && entry.Translations.Count != Plural.Forms)
            throw new PoException(
                file,
                entry.Line,
                $"\"{entry.Id}\" has {entry.Translations.Count} plural forms, the header says {Plural.Forms}"
            );
        entries.Add(entry);
    }

    private void ReadHeader(PoEntry header)
    {
        const string name = "Plural-Forms:";
        var line = header
            .Translations[0]
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (line is null)
            return;
        try
        {
            Plural = PluralRule.Parse(line[name.Length..].Trim());
        }
        catch (FormatException problem)
        {
            throw new PoException(file, header.Line, problem.Message);
        }
    }

    private string Unquote(string text, int line)
    {
        // Octal and hexadecimal escapes are bytes of UTF-8, so the text is put together as bytes.
        var bytes = new MemoryStream(text.Length);
        var i = 1;
        for (; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\')
            {
                i = Unescape(text, i + 1, bytes, line);
                continue;
            }
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            bytes.Write(Encoding.UTF8.GetBytes(text.Substring(i, length)));
            i += length - 1;
        }
        if (i != text.Length - 1)
            throw new PoException(
                file,
                line,
                i < text.Length ? "something stands after the closing quotation mark" : "no closing quotation mark"
            );
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <returns>The place of the last character of the escape.</returns>
    private int Unescape(string text, int at, MemoryStream bytes, int line)
    {
        var sign = at < text.Length ? text[at] : '\0';
        const string signs = "ntrabfv\"\\";
        const string meant = "\n\t\r\a\b\f\v\"\\";
        var known = signs.IndexOf(sign, StringComparison.Ordinal);
        if (known >= 0 && sign != '\0')
        {
            bytes.WriteByte((byte)meant[known]);
            return at;
        }
        var (start, digits, radix) = sign == 'x' ? (at + 1, 2, 16) : (at, 3, 8);
        var end = start;
        while (end < text.Length && end < start + digits && IsDigit(text[end], radix))
            end++;
        if (end == start)
            throw new PoException(file, line, $"unknown escape \\{sign}");
        bytes.WriteByte((byte)Convert.ToInt32(text[start..end], radix));
        return end - 1;
    }

    private static bool IsDigit(char sign, int radix) =>
        radix == 8 ? sign is >= '0' and <= '7' : char.IsAsciiHexDigit(sign);

    private sealed record Part(string Keyword, StringBuilder Text, int Line);
}
