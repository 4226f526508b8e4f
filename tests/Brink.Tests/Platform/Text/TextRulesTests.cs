using Brink.Platform.Text;

namespace Brink.Tests.Platform.Text;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  Een\u00A0 beweegtuin \r\n\t in Hijken ", "Een beweegtuin in Hijken")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("a\0b\u0007c\u001Bd\u007Fe\u0090f", "abcdef")]
    [InlineData("gpj.\u202Eexe\u2066x\u2069\u202C", "gpj.exex")]
    [InlineData("\uFEFFa\uFFFE\uFDD0b", "ab")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    public void Line_CleansWhatWasTyped(string? typed, string expected)
    {
        var check = TextRules.Line(typed, 100);

        Assert.Equal((expected, null), (check.Text, check.Problem));
    }

    // Not as data of a theory: an attribute can't hold half a sign.
    [Fact]
    public void Line_WhenASignIsCutInTwo_ReplacesIt() => Assert.Equal("a\uFFFDb", TextRules.Line("a\uD83Db", 100).Text);

    [Theory]
    [InlineData("a\r\nb\rc\nd\u2028e\u0085f", "a\nb\nc\nd\ne\nf")]
    [InlineData("\n\n  a  \n\n\tb\n ", "a\n\n\tb")]
    public void Paragraphs_KeepLines(string typed, string expected) =>
        Assert.Equal(expected, TextRules.Paragraphs(typed, 100).Text);

    [Theory]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, true)]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2, false)]
    [InlineData("e\u0301e\u0301", 2, true)]
    [InlineData("abc", 3, true)]
    [InlineData("abcd", 3, false)]
    public void Line_CountsAsAReaderDoes(string typed, int most, bool good) =>
        Assert.Equal(good, TextRules.Line(typed, most).Problem is null);

    [Fact]
    public void Line_WhenTooLong_SaysHowLongAndLosesNothing()
    {
        var check = TextRules.Line("abcdef", 4);

        Assert.Equal("Deze tekst heeft {1} tekens. Gebruik er niet meer dan {0}.", check.Problem);
        Assert.Equal([4, 6], check.Arguments);
        Assert.Equal("abcdef", check.Text);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\u0301")] // one sign of a hundred thousand accents
    [InlineData("👨‍👩‍👧‍👦")]
    public void Line_OfAHundredThousandCharacters_IsRefused(string sign) =>
        Assert.NotNull(TextRules.Line("a" + string.Concat(Enumerable.Repeat(sign, 100_000)), 80).Problem);

    [Fact]
    public void First_CutsNoSignInTwo() => Assert.Equal("a👨‍👩‍👧‍👦", TextRules.First("a👨‍👩‍👧‍👦b", 2));
}
