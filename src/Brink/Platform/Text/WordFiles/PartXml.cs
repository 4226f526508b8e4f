using System.Xml;
using System.Xml.Linq;

namespace Brink.Platform.Text.WordFiles;

/// <summary>
/// XML of a part: no document type, no entities, nothing fetched, and no deeper or wider than Word writes. Asked before a
/// tree is made of it.
/// </summary>
internal static class PartXml
{
    /// <summary>Tables in tables in tables stand some sixty deep.</summary>
    public const int Deepest = 200;
    public const int MostElements = 1_500_000;
    private const int MostAttributes = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1,
        MaxCharactersInDocument = WordPackage.MostXml,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>Whole, after it was looked through.</summary>
    public static XElement Read(byte[] part)
    {
        Require(part);
        using var reader = Open(part);
        return XElement.Load(reader);
    }

    /// <summary>The elements within one within the root, one by one, so that no tree of all is ever made.</summary>
    /// <param name="within">'body' in 'document'.</param>
    /// <exception cref="WordRefusedException">It is not there.</exception>
    public static IEnumerable<XElement> Children(byte[] part, string root, string within)
    {
        Require(part);
        using var reader = Open(part);
        if (
            reader.MoveToContent() != XmlNodeType.Element
            || reader.LocalName != root
            || !WordXml.IsWord(reader.NamespaceURI)
        )
            throw WordRefusals.Incomplete();
        while (reader.Read() && !(reader is { NodeType: XmlNodeType.Element, Depth: 1 } && reader.LocalName == within))
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1 })
                reader.Skip();
        if (reader.EOF)
            throw WordRefusals.Incomplete();
        if (reader.IsEmptyElement)
            yield break;
        reader.Read();
        while (reader.Depth > 1)
            if (reader.NodeType == XmlNodeType.Element)
                yield return (XElement)XNode.ReadFrom(reader);
            else if (!reader.Read())
                break;
    }

    public static void Require(byte[] part)
    {
        try
        {
            using var reader = Open(part);
            for (var elements = 0; reader.Read(); )
                if (
                    reader.Depth > Deepest
                    || (
                        reader.NodeType == XmlNodeType.Element
                        && (++elements > MostElements || reader.AttributeCount > MostAttributes)
                    )
                )
                    throw WordRefusals.Unsafe();
        }
        catch (XmlException broken)
        {
            // A document type is told apart from a mistake: Word never writes one.
            throw broken.Message.Contains("DTD", StringComparison.Ordinal)
                ? WordRefusals.Unsafe()
                : WordRefusals.Broken();
        }
    }

    private static XmlReader Open(byte[] part) => XmlReader.Create(new MemoryStream(part, writable: false), Settings);
}

/// <summary>Names in WordprocessingML, in both editions that Word writes (ECMA-376 part 1 and 4).</summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool IsWord(string name) => name is Transitional or Strict;

    public static bool IsWord(this XElement element) => IsWord(element.Name.NamespaceName);

    public static bool Is(this XElement element, string name) =>
        element.Name.LocalName == name && IsWord(element.Name.NamespaceName);

    public static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Is(name));

    /// <summary>The element of this name wherever it stands within, of any namespace: drawings have dozens.</summary>
    public static XElement? Within(this XElement element, string name) =>
        element.Descendants().FirstOrDefault(child => child.Name.LocalName == name);

    public static string? Of(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    public static int? NumberOf(this XElement? element, string attribute) =>
        int.TryParse(
            element.Of(attribute),
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>A switch such as <c>w:b</c>: there and not turned off; null when it isn't there.</summary>
    public static bool? Switch(this XElement? properties, string name) =>
        properties.Child(name) is { } found ? found.Of("val") is not ("0" or "false" or "off") : null;
}
