using System.Diagnostics;
using Brink.Platform.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Brink.Tests.Platform.Text;

public sealed class WordDifferenceTests
{
    [Fact]
    public void Of_AnyTwoTexts_MakesBoth() =>
        Prop.ForAll<string?, string?>(
                (one, other) => MakesBoth(one ?? "", other ?? "") && MakesBoth(one ?? "", (one ?? "") + other)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_SentencesOfTheSameWords_MakesBoth()
    {
        var words = Gen.Elements("de", "gemeente", "beslist", " ", "\n", ",", "zelf", "é", "👩‍👩‍👧‍👦");
        var text = words.ListOf().Select(list => string.Concat(list));
        Prop.ForAll(text.Two().ToArbitrary(), pair => MakesBoth(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_TheSameText_IsKeptWhole()
    {
        Assert.Equal(
            [new(DifferenceKind.Kept, "Wij beslissen.")],
            WordDifference.Of("Wij beslissen.", "Wij beslissen.")
        );
        Assert.Empty(WordDifference.Of("", ""));
    }

    [Fact]
    public void Of_OneWord_SaysWhichWentAndWhichCame() =>
        Assert.Equal(
            [
                new(DifferenceKind.Kept, "Wij beslissen over het "),
                new(DifferenceKind.Removed, "geld"),
                new(DifferenceKind.Added, "pad"),
                new(DifferenceKind.Kept, "."),
            ],
            WordDifference.Of("Wij beslissen over het geld.", "Wij beslissen over het pad.")
        );

    [Fact]
    public void Of_NeighbouringWords_SaysThemTogether() =>
        Assert.Equal(
            [
                new(DifferenceKind.Kept, "Over "),
                new(DifferenceKind.Removed, "het geld"),
                new(DifferenceKind.Added, "de grond"),
                new(DifferenceKind.Kept, "."),
            ],
            WordDifference.Of("Over het geld.", "Over de grond.")
        );

    [Theory]
    [InlineData(100_000, "a ", "b ")]
    [InlineData(100_000, "a\n", "b\n")]
    [InlineData(1_000_000, "a", "b")]
    [InlineData(300_000, "a b ", "b a\n")]
    public void Of_LongTexts_TakesABoundedTime(int times, string one, string other)
    {
        var (before, after) = (
            string.Concat(Enumerable.Repeat(one, times)),
            string.Concat(Enumerable.Repeat(other, times))
        );
        var watch = Stopwatch.StartNew();

        Assert.True(MakesBoth(before, after));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static bool MakesBoth(string before, string after)
    {
        var parts = WordDifference.Of(before, after);
        return Join(parts, DifferenceKind.Removed) == after && Join(parts, DifferenceKind.Added) == before;
    }

    private static string Join(IEnumerable<DifferencePart> parts, DifferenceKind without) =>
        string.Concat(parts.Where(part => part.Kind != without).Select(part => part.Text));
}
