using Brink.Platform.Text;

namespace Brink.Tests.Platform.Text;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("665", 665)]
    [InlineData(" 665 ", 665)]
    [InlineData("1.234", 1234)]
    [InlineData("1,234", 1234)]
    [InlineData("1 234 567", 1234567)]
    [InlineData("1\u00a0234", 1234)]
    [InlineData("-5", -5)]
    [InlineData("1.2", null)]
    [InlineData("1.234,5", null)]
    [InlineData("12 34", null)]
    [InlineData("1.234 567", null)]
    [InlineData("99999999999", null)]
    [InlineData("veel", null)]
    public void Whole_IsReadAsPeopleWriteIt(string text, int? number) => Assert.Equal(number, TypedNumber.Whole(text));

    [Theory]
    [InlineData("52.87", 52.87)]
    [InlineData("52,87", 52.87)]
    [InlineData("-1", -1.0)]
    [InlineData("1.250,50", null)]
    [InlineData("52 graden", null)]
    [InlineData("NaN", null)]
    public void Fraction_IsReadWithPointAndComma(string text, double? number) =>
        Assert.Equal(number, TypedNumber.Fraction(text));

    [Theory]
    [InlineData("0593 123 456", true)]
    [InlineData("+31 (0)593-123456", true)]
    [InlineData("14 0593", true)]
    [InlineData("14010", true)]
    [InlineData("0593", false)]
    [InlineData("bel 0593 123 456", false)]
    [InlineData("1234567890123456", false)]
    public void Telephone_IsOne(string text, bool isOne) => Assert.Equal(isOne, TelephoneNumber.IsOne(text));
}
