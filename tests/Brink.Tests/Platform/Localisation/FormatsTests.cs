using Brink.Platform.Localisation;

namespace Brink.Tests.Platform.Localisation;

public sealed class FormatsTests
{
    private static readonly Languages Languages = Texts
        .Of([("en", PoFile.Parse("", "en.po")), ("de", PoFile.Parse("", "de.po"))])
        .Languages;
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData(
        "nl",
        "21 november 2026",
        "zaterdag 21 november 2026",
        "21-11-2026",
        "19.30 uur",
        "34.092",
        "3,3 %",
        "€ 1.250,00"
    )]
    [InlineData(
        "en",
        "21 November 2026",
        "Saturday 21 November 2026",
        "21/11/2026",
        "19:30",
        "34,092",
        "3.3%",
        "€1,250.00"
    )]
    [InlineData(
        "de",
        "21 November 2026",
        "Samstag 21 November 2026",
        "21-11-2026",
        "19:30",
        "34.092",
        "3,3 %",
        "€ 1.250,00"
    )]
    public void Formats_FollowTheLanguage(
        string language,
        string date,
        string withDay,
        string shortDate,
        string time,
        string number,
        string percentage,
        string money
    )
    {
        using var _ = Languages.Use(language);

        Assert.Equal(date, Formats.Date(Day));
        Assert.Equal(withDay, Formats.DateWithDay(Day));
        Assert.Equal(shortDate, Formats.ShortDate(Day));
        Assert.Equal(time, Spaces(Formats.Time(new TimeOnly(19, 30))));
        Assert.Equal(number, Formats.Number(34092));
        Assert.Equal(percentage, Spaces(Formats.Percentage(3.3m)));
        Assert.Equal(money, Spaces(Formats.Money(1250)));
    }

    [Theory]
    [InlineData("0.005", "€ 0,01")]
    [InlineData("-0.004", "€ 0,00")]
    [InlineData("-1234567.895", "−€ 1.234.567,90")]
    public void Money_RoundsToCents(string euros, string expected) =>
        Assert.Equal(
            expected,
            Spaces(Formats.Money(decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture)))
        );

    [Fact]
    public void Number_WithDecimals_UsesAMinusSign() => Assert.Equal("−1.234,50", Formats.Number(-1234.5m, 2));

    [Fact]
    public void Time_InTheMorning_HasNoLeadingZero() =>
        Assert.Equal("9.05 uur", Spaces(Formats.Time(new TimeOnly(9, 5))));

    [Theory]
    [InlineData("2026-06-30T22:30:00Z", "1 juli 2026, 0.30 uur")]
    [InlineData("2026-12-31T23:00:00Z", "1 januari 2027, 0.00 uur")]
    public void Moment_IsOnTheDutchClock(string instant, string expected) =>
        Assert.Equal(
            expected,
            Spaces(Formats.Moment(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)))
        );

    [Theory]
    [InlineData("1234ab", "1234 AB")]
    [InlineData(" 9411 tb ", "9411 TB")]
    [InlineData("0123 AB", "0123 AB")]
    [InlineData(" 48143 ", "48143")]
    [InlineData("١٢٣٤ AB", "١٢٣٤ AB")]
    public void Postcode_IsWrittenAsInTheNetherlands(string typed, string expected) =>
        Assert.Equal(expected, Spaces(Formats.Postcode(typed)));

    [Theory]
    [InlineData("de Vries", "vries, de")]
    [InlineData("van der Veen", "veen, van der")]
    [InlineData("Jansen", "jansen")]
    [InlineData("in ’t Veld", "veld, in 't")]
    [InlineData("d'Hondt", "hondt, d'")]
    [InlineData("Van", "van")]
    [InlineData("Müller-van Dijk", "muller-van dijk")]
    [InlineData("", "")]
    public void SortKey_PutsThePrefixApart(string surname, string expected) =>
        Assert.Equal(expected, Surname.SortKey(surname));

    private static string Spaces(string text) => text.Replace('\u00A0', ' ');
}
