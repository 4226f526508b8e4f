using System.Globalization;
using Brink.Platform.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Brink.Tests.Platform.Text;

public sealed class TypedMoneyTests
{
    [Theory]
    [InlineData("1250", "1250.00")]
    [InlineData("1.250", "1250.00")]
    [InlineData("1 250,5", "1250.50")]
    [InlineData("1.250,50", "1250.50")]
    [InlineData("1,250.50", "1250.50")]
    [InlineData("12.5", "12.50")]
    [InlineData("€ 1.250,-", "1250.00")]
    [InlineData("€ 0,01", "0.01")]
    [InlineData("0", "0.00")]
    public void Read_WhatPeopleType_IsExact(string typed, string amount) =>
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), TypedMoney.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("veel")]
    [InlineData("-5")]
    [InlineData("1,234,5")]
    [InlineData("12,345.678")]
    [InlineData("0,005")]
    [InlineData("99999999999999999999")]
    [InlineData("1e3")]
    public void Read_AnythingElse_IsRefused(string? typed) => Assert.Null(TypedMoney.Read(typed));

    [Fact]
    public void WhatIsWritten_IsReadBack() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                cents => TypedMoney.Read(TypedMoney.Write(cents / 100m)) == cents / 100m
            )
            .QuickCheckThrowOnFailure();
}
