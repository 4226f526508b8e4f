namespace Brink.Tests.Support;

/// <summary>A clock that stands still until a test moves it. Starts on Monday 2 November 2026, 10.00 in the Netherlands.</summary>
public sealed class TestTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;

    public void SetTo(DateTimeOffset moment) => now = moment;
}
