using System.Globalization;
using Brink.Platform.Localisation;

namespace Brink.Tests.Platform.Localisation;

public sealed class DutchTimeTests
{
    [Theory]
    [InlineData("2026-01-15T22:59:59Z", "2026-01-15")]
    [InlineData("2026-01-15T23:00:00Z", "2026-01-16")]
    [InlineData("2026-07-15T21:59:59Z", "2026-07-15")]
    [InlineData("2026-07-15T22:00:00Z", "2026-07-16")]
    public void Today_ChangesAtDutchMidnight(string instant, string date) =>
        Assert.Equal(date, DutchTime.Today(new At(Instant(instant))).ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-01-16", "00:00", "2026-01-15T23:00:00Z")]
    [InlineData("2026-07-16", "00:00", "2026-07-15T22:00:00Z")]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z")] // skipped: taken as 03.30
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")] // comes twice: the first
    public void InstantOf_KnowsSummerTime(string date, string time, string instant) =>
        Assert.Equal(
            Instant(instant),
            DutchTime.InstantOf(
                DateOnly.Parse(date, CultureInfo.InvariantCulture),
                TimeOnly.Parse(time, CultureInfo.InvariantCulture)
            )
        );

    [Fact]
    public void StartOf_IsUtc_AsTheDatabaseWants() =>
        Assert.Equal(TimeSpan.Zero, DutchTime.StartOf(new DateOnly(2026, 7, 16)).Offset);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed class At(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
