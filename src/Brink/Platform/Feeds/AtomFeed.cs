using System.Globalization;
using System.Text;
using System.Xml;
using Brink.Platform.Text;

namespace Brink.Platform.Feeds;

/// <param name="Id">By <see cref="AtomFeed.Tag"/>; the same for as long as the thing exists.</param>
/// <param name="Address">Absolute.</param>
/// <param name="Html">Content as HTML that is safe to show; null for none.</param>
public sealed record AtomEntry(
    string Id,
    string Title,
    string Address,
    DateTimeOffset Published,
    DateTimeOffset Updated,
    string? Author = null,
    string? Summary = null,
    string? Html = null
);

/// <summary>An Atom feed (RFC 4287).</summary>
/// <param name="Id">By <see cref="Tag"/>.</param>
/// <param name="Author">Of the feed, and of each entry that names none.</param>
/// <param name="Address">The page this feed follows, absolute.</param>
/// <param name="Self">The feed's own address, absolute.</param>
/// <param name="Updated">Of the newest entry; with no entries, of the thing itself.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record AtomFeed(
    string Id,
    string Title,
    string Author,
    string Address,
    string Self,
    DateTimeOffset Updated,
    string Language,
    IReadOnlyList<AtomEntry> Entries
)
{
    public const string ContentType = "application/atom+xml; charset=utf-8";
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>
    /// An identifier that outlives changes of address (RFC 4151): <c>tag:brink.example,2026:initiatief/128</c>.
    /// </summary>
    /// <param name="host">The host at which the installation stood that year.</param>
    /// <param name="path">Kind and number; never a title.</param>
    public static string Tag(string host, int year, string path) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"tag:{host},{year:0000}:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}"
        );

    public byte[] ToBytes()
    {
        var output = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
        };
        using (var xml = XmlWriter.Create(output, settings))
            Write(xml);
        return output.ToArray();
    }

    private void Write(XmlWriter xml)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, Language);
        Text(xml, "id", Id);
        Text(xml, "title", Title);
        Text(xml, "updated", Moment(Updated));
        Person(xml, Author);
        Link(xml, "self", Self, "application/atom+xml");
        Link(xml, "alternate", Address, "text/html");
        foreach (var entry in Entries)
            Write(xml, entry);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", entry.Id);
        Text(xml, "title", entry.Title);
        Text(xml, "published", Moment(entry.Published));
        Text(xml, "updated", Moment(entry.Updated));
        if (entry.Author is not null)
            Person(xml, entry.Author);
        Link(xml, "alternate", entry.Address, "text/html");
        if (entry.Summary is not null)
            Text(xml, "summary", entry.Summary);
        if (entry.Html is not null)
            Text(xml, "content", entry.Html, "html");
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text, string? type = null)
    {
        xml.WriteStartElement(name, Namespace);
        if (type is not null)
            xml.WriteAttributeString("type", type);
        // XML has no way to write the signs that this takes out.
        xml.WriteString(TextRules.Scrub(text));
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>RFC 3339 in UTC, to the second.</summary>
    private static string Moment(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
