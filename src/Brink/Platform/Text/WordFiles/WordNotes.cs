using System.Globalization;
using System.Xml.Linq;

namespace Brink.Platform.Text.WordFiles;

/// <summary>
/// Footnotes (1, 2, 3) and endnotes (i, ii, iii), numbered as Word shows them: in the order in which they are named.
/// They are written at the end of the section.
/// </summary>
internal sealed class WordNotes(WordParts parts)
{
    private readonly Lazy<Dictionary<string, XElement>> foot = new(() => Notes(parts.Part("footnotes"), "footnote"));
    private readonly Lazy<Dictionary<string, XElement>> end = new(() => Notes(parts.Part("endnotes"), "endnote"));
    private readonly List<(string Mark, string Part, XElement Note)> waiting = [];
    private int feet;
    private int ends;

    /// <summary>Its mark; null when there is no such note.</summary>
    public string? Mark(XElement reference)
    {
        var isFoot = reference.Is("footnoteReference");
        if (reference.Of("id") is not { } id || !(isFoot ? foot : end).Value.TryGetValue(id, out var note))
            return null;
        var mark = isFoot
            ? (++feet).ToString(CultureInfo.InvariantCulture)
            : WordNumbering.Roman(++ends).ToLowerInvariant();
        waiting.Add((mark, isFoot ? "footnotes" : "endnotes", note));
        return mark;
    }

    /// <summary>In Markdown, those named since the last time.</summary>
    /// <param name="read">Makes one line of a note in this part.</param>
    public IReadOnlyList<string> Take(Func<string, XElement, string> read)
    {
        string[] written = [.. waiting.Select(one => $"[^{one.Mark}]: {read(one.Part, one.Note)}")];
        waiting.Clear();
        return written;
    }

    private static Dictionary<string, XElement> Notes(XElement? part, string name)
    {
        var notes = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var note in part?.Elements().Where(e => e.Is(name)) ?? [])
            // Lines between text and notes are kept among them.
            if (note.Of("id") is { } id && note.Of("type") is null or "normal")
                notes[id] = note;
        return notes;
    }
}
