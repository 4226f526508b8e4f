using System.Globalization;
using System.Xml.Linq;
using Brink.Platform.Feeds;

namespace Brink.Tests.Platform.Feeds;

public sealed class AtomFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 1, 30, 0, TimeSpan.FromHours(1));

    [Fact]
    public void ToBytes_HoldsWhatRfc4287Requires()
    {
        var feed = Read(
            Feed(
                new AtomEntry(
                    AtomFeed.Tag("brink.example", 2026, "initiatief/128"),
                    "Beweegtuin <oud & jong>",
                    "https://brink.example/initiatieven/128-beweegtuin",
                    Moment,
                    Moment.AddHours(1),
                    "Dorpsbelang Hijken",
                    "Kort",
                    "<p>Lang &amp; breed</p>"
                ),
                new AtomEntry("tag:brink.example,2026:2", "Twee", "https://brink.example/2", Moment, Moment)
            )
        );

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("nl", feed.Attribute(XNamespace.Xml + "lang")!.Value);
        RequireOne(feed, "id", "title", "updated", "author");
        Assert.Equal("2026-11-21T00:30:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("https://brink.example/dorpen/hijken.atom", Link(feed, "self"));
        Assert.Equal("https://brink.example/dorpen/hijken", Link(feed, "alternate"));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.All(entries, entry => RequireOne(entry, "id", "title", "updated"));
        Assert.Equal(
            ["tag:brink.example,2026:initiatief/128", "tag:brink.example,2026:2"],
            entries.Select(e => e.Element(Atom + "id")!.Value)
        );
        Assert.Equal("Beweegtuin <oud & jong>", entries[0].Element(Atom + "title")!.Value);
        Assert.Equal("2026-11-21T01:30:00Z", entries[0].Element(Atom + "updated")!.Value);
        Assert.Equal("Dorpsbelang Hijken", entries[0].Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal("html", entries[0].Element(Atom + "content")!.Attribute("type")!.Value);
        Assert.Equal("<p>Lang &amp; breed</p>", entries[0].Element(Atom + "content")!.Value);
        Assert.Null(entries[1].Element(Atom + "content"));
        Assert.All(
            feed.Descendants().Where(e => e.Name.LocalName is "updated" or "published"),
            e =>
                Assert.True(
                    DateTimeOffset.TryParseExact(
                        e.Value,
                        "yyyy-MM-ddTHH:mm:ssZ",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal,
                        out _
                    )
                )
        );
    }

    [Theory]
    [InlineData("a\0b\u0007\uFFFE\u202Ec")]
    [InlineData("]]> <![CDATA[ &amp; 👍")]
    public void ToBytes_OfAnyTitle_CanBeRead(string title)
    {
        var entry = new AtomEntry(
            "tag:a,2026:1",
            title + "\uD83D",
            "https://brink.example/1",
            Moment,
            Moment,
            Html: title
        );

        Assert.Single(Read(Feed(entry)).Elements(Atom + "entry"));
    }

    [Fact]
    public void ToBytes_IsUtf8WithoutMark() => Assert.Equal((byte)'<', Feed().ToBytes()[0]);

    [Fact]
    public void Tag_HoldsOnlySignsOfAnAddress() =>
        Assert.Equal("tag:brink.example,2026:dorp/caf%C3%A9%20x", AtomFeed.Tag("brink.example", 2026, "dorp/café x"));

    private static AtomFeed Feed(params AtomEntry[] entries) =>
        new(
            AtomFeed.Tag("brink.example", 2026, "dorp/hijken"),
            "Hijken",
            "Brink",
            "https://brink.example/dorpen/hijken",
            "https://brink.example/dorpen/hijken.atom",
            Moment,
            "nl",
            entries
        );

    private static XElement Read(AtomFeed feed) => XElement.Load(new MemoryStream(feed.ToBytes()));

    private static string Link(XElement feed, string relation) =>
        feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;

    private static void RequireOne(XElement element, params string[] names) =>
        Assert.All(names, name => Assert.Single(element.Elements(Atom + name)));
}
