using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Brink.Platform.Calendars;

namespace Brink.Tests.Platform.Calendars;

/// <summary>A calendar as RFC 5545 wants it; read back by another program where that is installed.</summary>
public sealed class CalendarFeedTests
{
    /// <summary>The one that Debian's python3-icalendar is for; another may come first on the path.</summary>
    private const string DebiansOwn = "/usr/bin/python3";

    private static readonly CalendarFeed Feed = new(
        "Toezeggingen in Testveen",
        "Brink Testveen",
        [
            new CalendarDay(
                "toezegging-7@testveen.example",
                new DateOnly(2026, 12, 31),
                "Doen: het hek; met poort, \\ en een heel lange naam met é, ë en 👩‍🌾 die over de regel gaat",
                "Gemeente Testveen beloofde dit.\nAan een bewoner.",
                "https://testveen.example/toezeggingen/7",
                new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
                2
            ),
        ]
    );

    [Fact]
    public void Lines_EndAndFoldAsTheStandardSays()
    {
        var text = Encoding.UTF8.GetString(Feed.ToBytes());

        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Day_IsAWholeDay_AlsoAtTheEndOfTheYear()
    {
        var text = Encoding.UTF8.GetString(Feed.ToBytes());

        Assert.Contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261102T090000Z\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TextFromPeople_CantBeginALineOfItsOwn()
    {
        var text = Encoding.UTF8.GetString(
            (Feed with { Days = [Feed.Days[0] with { Title = "Hek\r\nEND:VCALENDAR\nATTENDEE:x" }] }).ToBytes()
        );

        Assert.Equal(2, text.Split("END:VCALENDAR").Length - 1);
        Assert.Single(text.Split("\r\n"), line => line == "END:VCALENDAR");
        Assert.DoesNotContain(text.Split("\r\n"), line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnotherProgram_ReadsTheSame()
    {
        const string Script = """
            import sys, json
            try:
                import icalendar
            except ImportError:
                sys.exit(77)
            calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            print(json.dumps([{"uid": str(e["UID"]), "day": e.decoded("DTSTART").isoformat(),
                "end": e.decoded("DTEND").isoformat(), "title": str(e["SUMMARY"]),
                "text": str(e["DESCRIPTION"]), "sequence": int(e["SEQUENCE"])} for e in calendar.walk("VEVENT")]))
            """;
        using var python = new Process
        {
            StartInfo = new ProcessStartInfo(File.Exists(DebiansOwn) ? DebiansOwn : "python3", ["-c", Script])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            },
        };
        try
        {
            python.Start();
        }
        catch (Win32Exception)
        {
            Assert.Skip("No python3 here.");
        }

        await python.StandardInput.BaseStream.WriteAsync(Feed.ToBytes(), TestContext.Current.CancellationToken);
        python.StandardInput.Close();
        var read = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(python.ExitCode == 77, "python3-icalendar is not installed.");

        var day = Assert.Single(JsonDocument.Parse(read).RootElement.EnumerateArray());
        Assert.Equal("2026-12-31", day.GetProperty("day").GetString());
        Assert.Equal("2027-01-01", day.GetProperty("end").GetString());
        Assert.Equal(Feed.Days[0].Uid, day.GetProperty("uid").GetString());
        Assert.Equal(Feed.Days[0].Title, day.GetProperty("title").GetString());
        Assert.Equal(Feed.Days[0].Text + "\n" + Feed.Days[0].Address, day.GetProperty("text").GetString());
        Assert.Equal(2, day.GetProperty("sequence").GetInt32());
    }
}
