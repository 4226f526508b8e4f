using Brink.Features.Accounts;

namespace Brink.Tests.Features.Accounts;

public sealed class OneTimeCodeTests
{
    /// <summary>'12345678901234567890' in base 32: the key of RFC 6238, appendix B.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void At_GivesTheCodesOfTheStandard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(61, false)]
    public void Check_TakesTheStepBeforeAndAfter(int secondsAway, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);

        Assert.Equal(
            taken,
            OneTimeCode.Check(Key, OneTimeCode.At(Key, now.AddSeconds(secondsAway)), now, 0) is not null
        );
    }

    [Fact]
    public void Check_WhenTheStepWasTaken_Refuses()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var step = OneTimeCode.Check(Key, OneTimeCode.At(Key, now), now, 0)!.Value;

        Assert.Null(OneTimeCode.Check(Key, OneTimeCode.At(Key, now), now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("é00000")]
    public void Check_WhenItIsNoCode_Refuses(string typed) =>
        Assert.Null(OneTimeCode.Check(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59), 0));

    [Fact]
    public void NewKey_IsNeverTheSameAndCanBeUsed()
    {
        var key = OneTimeCode.NewKey();

        Assert.Matches("^[A-Z2-7]{32}$", key);
        Assert.NotEqual(key, OneTimeCode.NewKey());
        Assert.Matches("^[0-9]{6}$", OneTimeCode.At(key, DateTimeOffset.UnixEpoch));
    }
}
