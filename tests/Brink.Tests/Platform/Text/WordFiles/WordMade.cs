using System.Globalization;
using System.IO.Compression;
using System.Text;
using Brink.Tests.Platform.Files;

namespace Brink.Tests.Platform.Text.WordFiles;

/// <summary>
/// A Word file part by part, as Word itself writes it: with the styles of a Dutch Word, in which the style 'Kop1' is called
/// 'heading 1'. Any part may be replaced by something that Word would never write.
/// </summary>
public sealed class WordMade
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private const string Names =
        $"xmlns:w=\"{Word}\" xmlns:r=\"{Office}\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\"";

    private readonly List<string> relations =
    [
        Relation("s", "styles", "styles.xml"),
        Relation("n", "numbering", "numbering.xml"),
        Relation("f", "footnotes", "footnotes.xml"),
        Relation("e", "endnotes", "endnotes.xml"),
    ];
    private readonly StringBuilder footnotes = new();
    private readonly StringBuilder endnotes = new();
    private readonly Dictionary<string, byte[]> more = new(StringComparer.Ordinal);

    public string Body { get; init; } = "";

    /// <summary>Instead of what would stand there; null leaves the part out.</summary>
    public Dictionary<string, byte[]?> Instead { get; } = new(StringComparer.Ordinal);

    public static WordMade Of(params string[] blocks) => new() { Body = string.Concat(blocks) };

    public WordMade WithNote(int id, string text, bool atEnd = false)
    {
        var kind = atEnd ? "endnote" : "footnote";
        (atEnd ? endnotes : footnotes).Append(
            CultureInfo.InvariantCulture,
            $"<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r>{Run(text)}</w:p></w:{kind}>"
        );
        return this;
    }

    public WordMade WithPart(string id, string kind, string name, byte[] content)
    {
        relations.Add(Relation(id, kind, name));
        more["word/" + name] = content;
        return this;
    }

    /// <summary>To a place outside the file.</summary>
    public WordMade WithExternal(string id, string kind, string target)
    {
        relations.Add(
            $"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/>"
        );
        return this;
    }

    public byte[] File()
    {
        var parts = new Dictionary<string, byte[]?>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = Xml(
                $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
            ["_rels/.rels"] = Relations(Relation("d", "officeDocument", "word/document.xml")),
            ["word/document.xml"] = Xml($"<w:document {Names}><w:body>{Body}<w:sectPr/></w:body></w:document>"),
            ["word/_rels/document.xml.rels"] = Relations(string.Concat(relations)),
            ["word/styles.xml"] = Xml($"<w:styles {Names}>{Styles}</w:styles>"),
            ["word/numbering.xml"] = Xml($"<w:numbering {Names}>{Numbering}</w:numbering>"),
            ["word/footnotes.xml"] = Xml(
                $"<w:footnotes {Names}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>{footnotes}</w:footnotes>"
            ),
            ["word/endnotes.xml"] = Xml($"<w:endnotes {Names}>{endnotes}</w:endnotes>"),
        };
        foreach (
            var (name, content) in more.Select(m => (m.Key, (byte[]?)m.Value))
                .Concat(Instead.Select(i => (i.Key, i.Value)))
        )
        {
            parts[name] = content;
        }

        return Zip(parts.Where(part => part.Value is not null).Select(part => (part.Key, part.Value!)));
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Xml(string xml) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);

    public static byte[] Relations(string relations) =>
        Xml($"<Relationships xmlns=\"{Package}/relationships\">{relations}</Relationships>");

    public static string Relation(string id, string kind, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\"/>";

    /// <param name="style">'Kop1', 'Lijstalinea'.</param>
    public static string Paragraph(string content, string style = "", string properties = "") =>
        $"<w:p><w:pPr>{(style.Length > 0 ? $"<w:pStyle w:val=\"{style}\"/>" : "")}{properties}</w:pPr>{(content.StartsWith('<') ? content : Run(content))}</w:p>";

    public static string Run(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Item(string text, int list, int level = 0) =>
        Paragraph(text, "Lijstalinea", $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Note(int id, bool atEnd = false) =>
        $"<w:r><w:{(atEnd ? "endnote" : "footnote")}Reference w:id=\"{id}\"/></w:r>";

    public static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => cell.StartsWith("<w:tc", StringComparison.Ordinal) ? cell : $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";

    public static string Picture(string relation, string words = "", bool isDecoration = false) =>
        $"<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Afbeelding 1\"{(words.Length > 0 ? $" descr=\"{words}\"" : "")}>"
        + (isDecoration ? "<a:extLst><a:ext><adec:decorative val=\"1\"/></a:ext></a:extLst>" : "")
        + "</wp:docPr><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        + $"<pic:pic><pic:blipFill><a:blip r:embed=\"{relation}\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    public static string Graphic(string uri) =>
        $"<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\"/><a:graphic><a:graphicData uri=\"{uri}\"/></a:graphic></wp:inline></w:drawing></w:r>";

    public static string TextBox(string words) =>
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\"/><a:graphic>"
        + "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent>"
        + $"{Paragraph(words)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        + $"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{Paragraph(words)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

    /// <summary>A plan of two chapters with a list, a table, a note and a picture.</summary>
    public static WordMade Plan(string speed = "60") =>
        Of(
                Paragraph("Verkeer", "Kop1"),
                Paragraph($"{Run($"De snelheid wordt {speed} kilometer per uur.")}{Note(2)}"),
                Paragraph("Groen", "Kop1"),
                Paragraph("Er komen bomen langs de Hoofdweg."),
                Item("beuken", 1),
                Item("linden", 1),
                $"<w:tbl>{Row("Jaar", "Bomen")}{Row("2027", "40")}</w:tbl>",
                Paragraph(Picture("p"))
            )
            .WithNote(2, "Volgens de telling.")
            .WithPart("p", "image", "media/image1.png", TestPhotos.Png());

    private const string Styles =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standaard\"><w:name w:val=\"Normal\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Standaard\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Kop2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Standaard\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"HuisstijlHoofdstuk\"><w:name w:val=\"Huisstijl hoofdstuk\"/><w:basedOn w:val=\"Kop1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"x1\"><w:name w:val=\"Kop 3\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Genummerd\"><w:name w:val=\"Genummerde kop\"/><w:basedOn w:val=\"Kop2\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Inhopg1\"><w:name w:val=\"toc 1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Kopvaninhoudsopgave\"><w:name w:val=\"TOC Heading\"/><w:basedOn w:val=\"Kop1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Lijstalinea\"><w:name w:val=\"List Paragraph\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Rond\"><w:name w:val=\"Rond\"/><w:basedOn w:val=\"Rond\"/></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Zwaar\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>";

    /// <summary>1: bullets; 2: 1. and a) within; 3: 1 and 1.1; 4: the same list as 2, that begins again.</summary>
    private const string Numbering =
        "<w:abstractNum w:abstractNumId=\"10\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"11\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"12\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"10\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"11\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"12\"/></w:num>"
        + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"11\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
}
