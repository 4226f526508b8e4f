using Brink.Platform.Text;

namespace Brink.Features.Rounds;

/// <summary>
/// Which section of a new version is which of the version before it, so that an address and a reaction stay with their
/// section. Three times, each time only among what is still free, and what occurs more than once in the order of the text:
/// <list type="number">
/// <item>the same heading and the same words: it only moved;</item>
/// <item>the same heading: its words changed;</item>
/// <item>the same words: its heading changed.</item>
/// </list>
/// What is left gets a number that was never used before in this document. Capitals, white space, the number before a
/// heading ('3.1 Verkeer') and the numbers of notes make no difference: inserting a chapter changes those everywhere.
/// </summary>
public static class SectionMatching
{
    /// <param name="last">The highest number used in the document so far; goes up with each new section.</param>
    /// <returns>A number for each section of <paramref name="after"/>, in its order.</returns>
    public static IReadOnlyList<int> Anchors(
        IReadOnlyList<(int Anchor, string Heading, string Text)> before,
        IReadOnlyList<ReadSection> after,
        ref int last
    )
    {
        var anchors = new int[after.Count];
        var free = before.ToList();
        Match((heading, text) => heading + '\n' + text);
        Match((heading, _) => heading);
        Match((_, text) => text.Length == 0 ? null : text);
        for (var at = 0; at < anchors.Length; at++)
        {
            if (anchors[at] == 0)
            {
                anchors[at] = ++last;
            }
        }

        return anchors;

        void Match(Func<string, string, string?> keyOf)
        {
            var known = free.GroupBy(section => keyOf(Bare(section.Heading), Words(section.Text)) ?? "\n\n")
                .ToDictionary(
                    same => same.Key,
                    same => new Queue<(int Anchor, string, string)>(same),
                    StringComparer.Ordinal
                );
            for (var at = 0; at < anchors.Length; at++)
            {
                if (
                    anchors[at] == 0
                    && keyOf(Bare(after[at].Heading), Words(after[at].Text)) is { } key
                    && known.TryGetValue(key, out var same)
                    && same.TryDequeue(out var found)
                )
                {
                    anchors[at] = found.Anchor;
                    free.RemoveAll(section => section.Anchor == found.Anchor);
                }
            }
        }
    }

    /// <summary>Whether both say the same to a reader.</summary>
    public static bool SameWords(string one, string other) =>
        string.Equals(Words(one), Words(other), StringComparison.Ordinal);

    private static string Words(string text) => TextRules.Line(NoteNumbers.FromOne(text));

    private static string Bare(string heading) =>
        Words(heading).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ').ToUpperInvariant();
}
