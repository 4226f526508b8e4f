using Brink.Features.Places;

namespace Brink.Tests.Features.Places;

public sealed class IbanTests
{
    [Theory]
    // Examples of the register of ISO 13616.
    [InlineData("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00")]
    [InlineData("nl91 abna 0417 1643 00", "NL91 ABNA 0417 1643 00")]
    [InlineData("BE68 5390 0754 7034", "BE68 5390 0754 7034")]
    [InlineData("DE89370400440532013000", "DE89 3704 0044 0532 0130 00")]
    public void Read_WhenTheDigitsComeOut_TakesIt(string typed, string grouped) =>
        Assert.Equal(grouped, Iban.Read(typed)!.Value.Grouped);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("NL91ABNA0417164301")]
    [InlineData("NL19ABNA0417164300")]
    [InlineData("NL91ABNA041716430")]
    [InlineData("0417164300")]
    [InlineData("NL91ABNA0417164300NL91ABNA0417164300")]
    [InlineData("ÑL91ABNA0417164300")]
    [InlineData("NL91<script>164300")]
    public void Read_OtherwiseRefuses(string? typed) => Assert.Null(Iban.Read(typed));
}
