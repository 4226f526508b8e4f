using Brink.Platform.Text;

namespace Brink.Features.Rounds;

public enum SectionChange
{
    Added,
    Removed,
    Changed,

    /// <summary>The same words in another place.</summary>
    Moved,
}

/// <param name="OldHeading">Where the heading is another now; null where it is the same.</param>
/// <param name="Parts">Word by word; empty as long as nobody asked, and where no words changed.</param>
public sealed record ChangedSection(
    int Anchor,
    SectionChange Kind,
    string Heading,
    string? OldHeading,
    string Before,
    string After,
    IReadOnlyList<DifferencePart> Parts
)
{
    public ChangedSection WithWords() =>
        Kind == SectionChange.Moved || Before == After ? this : this with { Parts = WordDifference.Of(Before, After) };
}

/// <summary>What changed between two versions, section by section (C8): known by its number, whatever it is called now.</summary>
public static class SectionDifference
{
    /// <summary>In the order of the new version; what was removed stands where it stood, after what came before it.</summary>
    public static IReadOnlyList<ChangedSection> Of(IReadOnlyList<SectionView> before, IReadOnlyList<SectionView> after)
    {
        var (old, @new) = (before.ToDictionary(s => s.Anchor), after.ToDictionary(s => s.Anchor));
        var places = before.Select((s, at) => (s.Anchor, at)).ToDictionary(x => x.Anchor, x => x.at);
        var moved = Moved(places, after);
        var changes = new List<ChangedSection>();
        AddRemovedAfter(null);
        foreach (var section in after)
        {
            if (!old.TryGetValue(section.Anchor, out var was))
            {
                changes.Add(new(section.Anchor, SectionChange.Added, section.Heading, null, "", section.Text, []));
            }
            else if (was.Heading != section.Heading || !SameText(was.Text, section.Text))
            {
                changes.Add(
                    new(
                        section.Anchor,
                        SectionChange.Changed,
                        section.Heading,
                        was.Heading == section.Heading ? null : was.Heading,
                        SameText(was.Text, section.Text) ? section.Text : was.Text,
                        section.Text,
                        []
                    )
                );
            }
            else if (moved.Contains(section.Anchor))
            {
                changes.Add(
                    new(section.Anchor, SectionChange.Moved, section.Heading, null, was.Text, section.Text, [])
                );
            }

            AddRemovedAfter(section.Anchor);
        }

        return changes;

        void AddRemovedAfter(int? anchor)
        {
            if (anchor is { } known && !places.ContainsKey(known))
            {
                return;
            }

            var at = anchor is { } last ? places[last] + 1 : 0;

            for (; at < before.Count && !@new.ContainsKey(before[at].Anchor); at++)
            {
                var gone = before[at];
                changes.Add(new(gone.Anchor, SectionChange.Removed, gone.Heading, null, gone.Text, "", []));
            }
        }
    }

    private static bool SameText(string one, string other) =>
        one == other || NoteNumbers.FromOne(one) == NoteNumbers.FromOne(other);

    /// <summary>Those outside the longest run of sections that kept their order among each other.</summary>
    private static HashSet<int> Moved(Dictionary<int, int> places, IReadOnlyList<SectionView> after)
    {
        var kept = after.Where(s => places.ContainsKey(s.Anchor)).Select(s => s.Anchor).ToArray();
        // Longest increasing run of old places (patience sorting).
        var ends = new List<int>();
        var previous = new int[kept.Length];
        for (var at = 0; at < kept.Length; at++)
        {
            var place = places[kept[at]];
            var found = ends.FindIndex(end => places[kept[end]] > place);
            var length = found < 0 ? ends.Count : found;
            previous[at] = length > 0 ? ends[length - 1] : -1;
            if (found < 0)
            {
                ends.Add(at);
            }
            else
            {
                ends[found] = at;
            }
        }

        var moved = kept.ToHashSet();
        for (var at = ends.Count > 0 ? ends[^1] : -1; at >= 0; at = previous[at])
        {
            moved.Remove(kept[at]);
        }

        return moved;
    }
}
