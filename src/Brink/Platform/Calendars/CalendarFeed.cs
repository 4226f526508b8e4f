using System.Globalization;
using System.Text;
using Brink.Platform.Text;

namespace Brink.Platform.Calendars;

/// <summary>Something that is on a whole day in the Netherlands.</summary>
/// <param name="Uid">The same for as long as the thing exists, and nobody else's: number@host.</param>
/// <param name="Address">The page about it, absolute.</param>
/// <param name="Changed">When it came or was last changed.</param>
/// <param name="Sequence">How often its day was changed.</param>
public sealed record CalendarDay(
    string Uid,
    DateOnly Day,
    string Title,
    string Text,
    string Address,
    DateTimeOffset Changed,
    int Sequence
);

/// <summary>A calendar to subscribe to (RFC 5545).</summary>
/// <param name="Name">What a calendar program calls it.</param>
/// <param name="Product">Who made it.</param>
public sealed record CalendarFeed(string Name, string Product, IReadOnlyList<CalendarDay> Days)
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>RFC 5545 3.1: 'Lines of text SHOULD NOT be longer than 75 octets, excluding the line break.'</summary>
    private const int MostOctets = 75;

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(Folded(line)).Append("\r\n");
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line($"PRODID:-//{Escaped(Product).Replace("/", "-", StringComparison.Ordinal)}//NL");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line("X-WR-CALNAME:" + Escaped(Name));
        Line("X-WR-TIMEZONE:Europe/Amsterdam");
        // RFC 7986 5.7: how often a program looks again.
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        foreach (var day in Days)
        {
            Line("BEGIN:VEVENT");
            Line("UID:" + Escaped(day.Uid));
            Line("DTSTAMP:" + Moment(day.Changed));
            // A date without a time is that day wherever the reader is (3.3.4); the end is the day after (3.6.1).
            Line("DTSTART;VALUE=DATE:" + Date(day.Day));
            Line("DTEND;VALUE=DATE:" + Date(day.Day == DateOnly.MaxValue ? day.Day : day.Day.AddDays(1)));
            Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{day.Sequence}"));
            Line("SUMMARY:" + Escaped(day.Title));
            Line("DESCRIPTION:" + Escaped(day.Text + "\n" + day.Address));
            Line("URL:" + day.Address);
            // It takes none of the day.
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>RFC 5545 3.3.11.</summary>
    internal static string Escaped(string text) =>
        TextRules
            .Scrub(text)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A long line goes on in the next, which begins with a space; no sign is cut in two.</summary>
    internal static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length + line.Length / MostOctets * 3);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
