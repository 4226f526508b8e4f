using Brink.Platform.Text;

namespace Brink.Features.Rounds;

/// <param name="Level">1 for the highest heading to 6; 0 for what stands before the first heading.</param>
/// <param name="Text">Markdown without the heading.</param>
public sealed record ReadSection(int Level, string Heading, string Text);

/// <summary>
/// Cuts a text in Markdown into sections at its headings ('# …' to '###### …', CommonMark 4.2), so that people can react
/// to a part. A heading within a fence of program code is no heading.
/// </summary>
public static class SectionReader
{
    private const int LongestHeading = 200;

    public static IReadOnlyList<ReadSection> Read(string markdown)
    {
        var sections = new List<ReadSection>();
        var (level, heading) = (0, "");
        var lines = new List<string>();
        string? fence = null;
        foreach (var line in TextRules.Paragraphs(markdown, int.MaxValue).Text.Split('\n'))
        {
            fence = FenceAfter(line, fence);
            if (fence is null && HeadingIn(line) is { } found)
            {
                Close();
                (level, heading) = found;
                continue;
            }

            lines.Add(line);
        }

        Close();
        return sections;

        void Close()
        {
            var text = string.Join('\n', lines).Trim('\n', ' ');
            if (heading.Length > 0 || text.Length > 0)
            {
                sections.Add(new ReadSection(level, heading, text));
            }

            lines.Clear();
        }
    }

    /// <summary>The signs that end the fence we are in; null outside one.</summary>
    private static string? FenceAfter(string line, string? fence)
    {
        var start = line.TrimStart();
        if (fence is not null)
        {
            return start.StartsWith(fence, StringComparison.Ordinal) && start.Trim(fence[0], ' ').Length == 0
                ? null
                : fence;
        }

        return start.StartsWith("```", StringComparison.Ordinal) ? "```"
            : start.StartsWith("~~~", StringComparison.Ordinal) ? "~~~"
            : null;
    }

    private static (int Level, string Heading)? HeadingIn(string line)
    {
        var level = line.TakeWhile(sign => sign == '#').Count();
        if (level is 0 or > 6 || line.Length == level || line[level] != ' ')
        {
            return null;
        }

        // The whole line: '1. Verkeer' alone would be an item of a list.
        var heading = Markdown.Plain(line);
        return heading.Length == 0 ? null : (level, TextRules.First(heading, LongestHeading));
    }
}
