using System.Globalization;
using System.Text;

namespace Brink.Platform.Text;

public enum DifferenceKind
{
    Kept,
    Added,
    Removed,
}

public sealed record DifferencePart(DifferenceKind Kind, string Text);

/// <summary>
/// What changed between two texts, word by word: what is kept and what is added make the new text, what is kept and
/// what is removed the old one.
/// </summary>
public static class WordDifference
{
    /// <summary>
    /// Work grows with the product of the two lengths, so that has an end. Longer texts are held side by side in lines,
    /// and where even those are too many, what lies between the same beginning and the same end is shown as replaced.
    /// </summary>
    private const int MostCells = 1_000_000;

    public static IReadOnlyList<DifferencePart> Of(string before, string after)
    {
        var parts =
            Between(Words(before), Words(after)) ?? Between(Lines(before), Lines(after)) ?? Replaced(before, after);
        return Joined(parts);
    }

    /// <summary>Null when it would take too long.</summary>
    private static List<DifferencePart>? Between(List<string> before, List<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && Same(before[start], after[start]))
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && Same(before[^(end + 1)], after[^(end + 1)]))
        {
            end++;
        }

        var (old, @new) = (before[start..(before.Count - end)], after[start..(after.Count - end)]);
        if ((long)old.Count * @new.Count > MostCells)
        {
            return null;
        }

        return
        [
            .. before.Take(start).Select(Kept),
            .. Changed(old, @new),
            .. before.Skip(before.Count - end).Select(Kept),
        ];
    }

    /// <summary>Along the longest row of words that both have in the same order.</summary>
    private static IEnumerable<DifferencePart> Changed(List<string> old, List<string> @new)
    {
        var common = CommonFrom(old, @new);
        var (i, j) = (0, 0);
        while (i < old.Count || j < @new.Count)
        {
            if (i < old.Count && j < @new.Count && Same(old[i], @new[j]))
            {
                yield return Kept(old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == @new.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return new(DifferenceKind.Removed, old[i++]);
            }
            else
            {
                yield return new(DifferenceKind.Added, @new[j++]);
            }
        }
    }

    /// <summary>How many words are common from each pair of places on.</summary>
    private static int[,] CommonFrom(List<string> old, List<string> @new)
    {
        var common = new int[old.Count + 1, @new.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        for (var j = @new.Count - 1; j >= 0; j--)
        {
            common[i, j] = Same(old[i], @new[j])
                ? common[i + 1, j + 1] + 1
                : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    private static List<DifferencePart> Replaced(string before, string after) =>
        [new(DifferenceKind.Removed, before), new(DifferenceKind.Added, after)];

    /// <summary>
    /// Neighbours of one kind become one part, what was removed before what was added. White space alone between two
    /// changed words goes with them: 'het geld' became 'de grond', not 'het' 'de' and 'geld' 'grond'.
    /// </summary>
    private static List<DifferencePart> Joined(List<DifferencePart> parts)
    {
        var joined = new List<DifferencePart>();
        var (kept, removed, added) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var at = 0; at < parts.Count; at++)
        {
            var part = parts[at];
            switch (part.Kind)
            {
                case DifferenceKind.Removed:
                    Close(joined, DifferenceKind.Kept, kept);
                    removed.Append(part.Text);
                    break;
                case DifferenceKind.Added:
                    Close(joined, DifferenceKind.Kept, kept);
                    added.Append(part.Text);
                    break;
                case DifferenceKind.Kept when removed.Length > 0 && added.Length > 0 && IsBridge(parts, at):
                    removed.Append(part.Text);
                    added.Append(part.Text);
                    break;
                default:
                    Close(joined, DifferenceKind.Removed, removed);
                    Close(joined, DifferenceKind.Added, added);
                    kept.Append(part.Text);
                    break;
            }
        }

        Close(joined, DifferenceKind.Kept, kept);
        Close(joined, DifferenceKind.Removed, removed);
        Close(joined, DifferenceKind.Added, added);
        return joined;
    }

    private static bool IsBridge(List<DifferencePart> parts, int at) =>
        string.IsNullOrWhiteSpace(parts[at].Text)
        && !parts[at].Text.Contains('\n', StringComparison.Ordinal)
        && at + 1 < parts.Count
        && parts[at + 1].Kind != DifferenceKind.Kept;

    private static void Close(List<DifferencePart> joined, DifferenceKind kind, StringBuilder text)
    {
        if (text.Length > 0)
        {
            joined.Add(new(kind, text.ToString()));
            text.Clear();
        }
    }

    /// <summary>Words, the white space between them, and every other sign by itself; together they are the text.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (IsOf(text, at, char.IsLetterOrDigit) || IsOf(text, at, char.IsWhiteSpace))
            {
                Func<char, bool> kind = char.IsWhiteSpace(text[at]) ? char.IsWhiteSpace : char.IsLetterOrDigit;
                while (at + length < text.Length && IsOf(text, at + length, kind))
                {
                    length += StringInfo.GetNextTextElementLength(text, at + length);
                }
            }

            words.Add(text.Substring(at, length));
            at += length;
        }

        return words;
    }

    private static bool IsOf(string text, int at, Func<char, bool> kind) => kind(text[at]);

    /// <summary>Each with its line end.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var next = text.IndexOf('\n', at);
            var end = next < 0 ? text.Length : next + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static DifferencePart Kept(string text) => new(DifferenceKind.Kept, text);
}
