using Brink.Features.Rounds.Reacting;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <param name="Text">As it reads in the newest version in which the section occurs.</param>
/// <param name="IsInNewest">The section stands in the newest version too.</param>
public sealed record KnownSection(int Anchor, string Heading, string Text, int Order, bool IsInNewest)
{
    private readonly Dictionary<SectionRead, bool> compared = new(ReferenceEqualityComparer.Instance);
    private string? plain;

    /// <summary>The words alone; worked out once, for a section may be long and have many reactions.</summary>
    public string Plain => plain ??= Platform.Text.Markdown.DocumentPlain(Text);

    /// <summary>Whether it still says what somebody read.</summary>
    public bool ReadsAs(SectionRead read)
    {
        if (!compared.TryGetValue(read, out var same))
        {
            same = SectionMatching.SameWords(read.Text, Text) && read.Heading == Heading;
            compared[read] = same;
        }

        return same;
    }
}

/// <summary>What sections are called and say now, by their number.</summary>
public static class SectionHeadings
{
    /// <summary>One query; the text is read with it only where it is asked for.</summary>
    public static async Task<IReadOnlyDictionary<int, KnownSection>> HeadingsAsync(
        this BrinkDb db,
        RoundHead round,
        int[] anchors,
        CancellationToken cancellation,
        bool withText = false
    )
    {
        if (round.DocumentId is not { } document || anchors.Length == 0)
        {
            return new Dictionary<int, KnownSection>();
        }

        var rows = await db
            .DocumentSections.AsNoTracking()
            .Where(s => s.Version!.DocumentId == document && anchors.Contains(s.Anchor))
            .Select(s => new
            {
                s.Version!.Number,
                Section = new KnownSection(
                    s.Anchor,
                    s.Heading,
                    withText && s.Version.Number == round.CurrentVersion ? s.Text : "",
                    s.Order,
                    s.Version.Number == round.CurrentVersion
                ),
            })
            .ToArrayAsync(cancellation);
        return rows.GroupBy(row => row.Section.Anchor)
            .ToDictionary(same => same.Key, same => same.MaxBy(row => row.Number)!.Section);
    }
}
