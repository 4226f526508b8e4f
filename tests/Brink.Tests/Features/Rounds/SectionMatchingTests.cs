using Brink.Features.Rounds;

namespace Brink.Tests.Features.Rounds;

/// <summary>A section keeps its number over versions, so that addresses and reactions stay with it.</summary>
public sealed class SectionMatchingTests
{
    [Fact]
    public void Read_CutsAtHeadings_AndKeepsWhatStandsBefore()
    {
        var sections = SectionReader.Read("Vooraf.\n\n# Een\n\nEerste.\n\n## Een **a**\n\nTweede.\n\n# Twee");

        Assert.Equal(
            [(0, "", "Vooraf."), (1, "Een", "Eerste."), (2, "Een a", "Tweede."), (1, "Twee", "")],
            sections.Select(s => (s.Level, s.Heading, s.Text))
        );
    }

    [Theory]
    [InlineData("```\n# geen kop\n```")]
    [InlineData("#geenkop")]
    [InlineData("####### zeven")]
    [InlineData("# ")]
    public void Read_TakesNothingElseForAHeading(string text) =>
        Assert.Equal("", Assert.Single(SectionReader.Read(text)).Heading);

    [Fact]
    public void Read_OfNothing_IsNothing() => Assert.Empty(SectionReader.Read("  \n\n "));

    [Fact]
    public void SameHeading_OtherWords_KeepsItsNumber() =>
        Assert.Equal([1, 2], Again("# A\n\nEen.\n\n# B\n\nTwee.", "# A\n\nAnders.\n\n# B\n\nTwee."));

    [Fact]
    public void OtherHeading_SameWords_KeepsItsNumber() =>
        Assert.Equal([1, 2], Again("# A\n\nEen.\n\n# B\n\nTwee.", "# Nieuw\n\nEen.\n\n# B\n\nTwee."));

    [Fact]
    public void Moved_KeepsItsNumber() =>
        Assert.Equal([2, 1], Again("# A\n\nEen.\n\n# B\n\nTwee.", "# B\n\nTwee.\n\n# A\n\nEen."));

    [Fact]
    public void BothOther_IsNew_AndARemovedNumberIsNeverUsedAgain() =>
        Assert.Equal([1, 3], Again("# A\n\nEen.\n\n# B\n\nTwee.", "# A\n\nEen.\n\n# C\n\nDrie."));

    [Fact]
    public void Inserted_ChangesNoNumberOfAnother_EvenWhereHeadingsAreNumbered() =>
        Assert.Equal(
            [1, 3, 2],
            Again(
                "# 1. Verkeer\n\nEen.\n\n# 2. Groen\n\nTwee.",
                "# 1. Verkeer\n\nEen.\n\n# 2. Water\n\nNat.\n\n# 3. Groen\n\nTwee nu."
            )
        );

    /// <summary>'Wat verandert er?' stands under each chapter.</summary>
    [Fact]
    public void SameHeadingMoreThanOnce_StaysInOrder_AndEqualWordsGoFirst()
    {
        const string before = "# Wat?\n\nEen.\n\n# Wat?\n\nTwee.\n\n# Wat?\n\nDrie.";

        Assert.Equal([1, 2, 3], Again(before, "# Wat?\n\nEen.\n\n# Wat?\n\nTwee anders.\n\n# Wat?\n\nDrie."));
        Assert.Equal([2, 3], Again(before, "# Wat?\n\nTwee.\n\n# Wat?\n\nDrie."));
    }

    [Fact]
    public void HeadingsWithoutWords_AreNotTakenForEachOther() =>
        Assert.Equal([3, 2], Again("# A\n\n# B", "# X\n\n# B"));

    private static IReadOnlyList<int> Again(string before, string after)
    {
        var last = 0;
        var old = SectionReader.Read(before);
        var numbers = SectionMatching.Anchors([], old, ref last);
        Assert.Equal(Enumerable.Range(1, old.Count), numbers);
        return SectionMatching.Anchors(
            [.. old.Zip(numbers, (s, number) => (number, s.Heading, s.Text))],
            SectionReader.Read(after),
            ref last
        );
    }
}
