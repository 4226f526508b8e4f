using System.Text;
using System.Text.RegularExpressions;

namespace Brink.Platform.Text.WordFiles;

/// <param name="Link">An address that is allowed, or null.</param>
/// <param name="Note">The mark of a note; then there is no text.</param>
internal sealed record Span(string Text, bool Bold, bool Italic, string? Link, string? Note = null);

internal enum SpanPlace
{
    Paragraph,

    /// <summary>After its '#', on one line.</summary>
    Heading,

    /// <summary>On one line, where '|' ends the cell.</summary>
    Cell,

    /// <summary>On one line.</summary>
    Note,
}

/// <summary>
/// Writes words with their layout as Markdown that says the very same words: what was written is read back, and where it
/// reads otherwise the layout gives way, never the words.
/// </summary>
internal static partial class SpanWriting
{
    private const int Milliseconds = 1000;

    public static string Write(IReadOnlyList<Span> spans, SpanPlace place = SpanPlace.Paragraph)
    {
        var merged = Merge(
            place == SpanPlace.Paragraph
                ? spans
                : [.. spans.Select(span => span with { Text = Lines().Replace(span.Text, " ") })]
        );
        // Where no block can begin, what looks like one is read as words.
        var before = place is SpanPlace.Heading or SpanPlace.Cell ? "# " : "";
        var words = Words(merged);
        if (words.Length == 0)
            return "";
        Manner[] manners =
        [
            new(true, true, false),
            new(false, true, false),
            new(false, true, true),
            new(false, false, true),
        ];
        foreach (var manner in manners)
        {
            var written = Text(merged, manner, place).Trim();
            if (Markdown.DocumentPlain(before + written) == words)
                return written;
        }
        return Text(merged, manners[^1], place).Trim();
    }

    /// <summary>What a reader reads.</summary>
    public static string Words(IReadOnlyList<Span> spans) =>
        TextRules.Line(string.Concat(spans.Select(span => span.Note is { } note ? $"[^{note}]" : span.Text)));

    /// <summary>The words with a picture, as they stand in Markdown.</summary>
    public static string Description(string text) => Special().Replace(TextRules.Line(text).Replace('\\', '/'), @"\$0");

    private static string Text(IReadOnlyList<Span> spans, Manner manner, SpanPlace place)
    {
        var text = new StringBuilder();
        string? open = null;
        foreach (var span in spans)
        {
            if (open != span.Link)
                Close();
            if (span.Link is not null && open is null && manner.Links)
                (open, _) = (span.Link, text.Append('['));
            text.Append(span.Note is { } note ? $"[^{note}]" : Marked(span, manner, place));
        }
        Close();
        // A sign at the start of a line would make it a heading, a list or a quotation.
        return place is SpanPlace.Heading or SpanPlace.Cell
            ? text.ToString()
            : LineStart().Replace(text.ToString(), @"${before}\${sign}");

        void Close()
        {
            if (open is not null)
                text.Append("](").Append(open).Append(')');
            open = null;
        }
    }

    private static string Marked(Span span, Manner manner, SpanPlace place)
    {
        var every = manner.Every;
        var mark = !manner.Emphasis ? "" : (span.Bold ? "**" : "") + (span.Italic ? "*" : "");
        var bare = span.Text.Trim();
        if (mark.Length == 0 || bare.Length == 0)
            return Escape(span.Text, every, place);
        var start = span.Text.IndexOf(bare, StringComparison.Ordinal);
        // Across a line end a mark would not hold.
        var inside = string.Join(
            '\n',
            bare.Split('\n')
                .Select(line => line.Trim().Length == 0 ? line : mark + Escape(line.Trim(), every, place) + mark)
        );
        return span.Text[..start] + inside + span.Text[(start + bare.Length)..];
    }

    private static string Escape(string text, bool every, SpanPlace place)
    {
        var escaped = (every ? Every() : Special()).Replace(text, @"\$0");
        escaped = every ? escaped : Entity().Replace(escaped, @"\$0");
        return place == SpanPlace.Cell && !every ? escaped.Replace("|", @"\|", StringComparison.Ordinal) : escaped;
    }

    /// <summary>Word cuts words in pieces at every correction: what looks the same is one.</summary>
    private static List<Span> Merge(IReadOnlyList<Span> spans)
    {
        var merged = new List<Span>();
        foreach (var span in spans.Where(span => span.Text.Length > 0 || span.Note is not null))
        {
            // White space looks the same in any layout.
            if (
                merged is [.., { Note: null } last]
                && span.Note is null
                && last.Link == span.Link
                && ((last.Bold, last.Italic) == (span.Bold, span.Italic) || string.IsNullOrWhiteSpace(span.Text))
            )
                merged[^1] = last with { Text = last.Text + span.Text };
            else if (merged is [.., { Note: not null }] && span.Note is not null)
                // Two marks against each other read as one link.
                merged.AddRange([new Span(" ", false, false, null), span]);
            else
                merged.Add(span);
        }
        return merged;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"[\\`*\[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])", Options, Milliseconds)]
    private static partial Regex Special();

    [GeneratedRegex(@"[!-/:-@\[-`{-~]", Options, Milliseconds)]
    private static partial Regex Every();

    [GeneratedRegex("&(?=#?[0-9A-Za-z]{1,31};)", Options, Milliseconds)]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"^(?<before>[ \t]*)(?<sign>[#>]|[+\-](?=\s|$)|-(?=-)|=(?=[=\s]*$)|~(?=~~)|:(?=[\-|]))|^(?<before>[ \t]*[0-9]{1,9})(?<sign>[.)])(?=\s|$)",
        Options | RegexOptions.Multiline,
        Milliseconds
    )]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\s*\n\s*", Options, Milliseconds)]
    private static partial Regex Lines();

    /// <param name="Every">Every sign that could mean anything stands behind a '\'.</param>
    private sealed record Manner(bool Emphasis, bool Links, bool Every);
}
