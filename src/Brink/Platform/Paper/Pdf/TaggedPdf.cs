using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using Brink.Platform.Text;

namespace Brink.Platform.Paper.Pdf;

public enum PdfStyle
{
    Body,

    /// <summary>Who said it, and when.</summary>
    Small,

    /// <summary>Of somebody else, or of another text.</summary>
    Quote,
    Strong,
}

/// <summary>
/// A PDF that can be read out as well as read (ISO 14289-1, PDF/UA-1): headings, paragraphs and tables know what they are,
/// in which language they are, and in which order they come. It is written while it is made and keeps nothing of what is
/// written: thousands of pages take no more memory than ten. Whoever makes it empties the output from time to time.
/// </summary>
public sealed class TaggedPdf
{
    private const double BodySize = 11;
    private const double Leading = 1.42;
    private const double QuoteIndent = 16;
    private const double Gutter = 14;
    private static readonly double[] HeadingSizes = [21, 15.5, 12.5, 11];

    private readonly PdfObjects objects;
    private readonly PdfStructure structure;
    private readonly PdfPages pages;
    private readonly PdfFont regular;
    private readonly PdfFont bold;
    private readonly (string Title, string Language, DateTimeOffset Made) about;

    /// <param name="language">ISO 639-1.</param>
    public TaggedPdf(IBufferWriter<byte> output, string title, string language, DateTimeOffset made)
    {
        about = (title, language, made);
        objects = new PdfObjects(output);
        structure = new PdfStructure(objects);
        regular = new PdfFont(PdfFonts.Regular, "F1", objects.New());
        bold = new PdfFont(PdfFonts.Bold, "F2", objects.New());
        pages = new PdfPages(objects, structure, regular, title)
        {
            Fonts = string.Join(
                ' ',
                new[] { regular, bold }.Select(font => $"/{font.Name} {PdfObjects.Reference(font.Number)}")
            ),
        };
    }

    /// <summary>What follows belongs together, until <see cref="EndPart"/>.</summary>
    public void BeginPart() => structure.Begin("Sect");

    public void EndPart() => structure.End();

    /// <param name="level">1 for the title, to 4; none may be skipped.</param>
    public void Heading(int level, string text)
    {
        var size = HeadingSizes[level - 1];
        pages.Keep(size * Leading + 4 * BodySize * Leading);
        pages.Space(size * 0.9);
        Flow(string.Create(CultureInfo.InvariantCulture, $"H{level}"), bold, size, 0, text);
        pages.Space(size * 0.25);
    }

    /// <param name="text">Lines that were typed as lines stay so.</param>
    public void Paragraph(string text, PdfStyle style = PdfStyle.Body)
    {
        var (font, size, indent) = style switch
        {
            PdfStyle.Small => (regular, 9.5, 0d),
            PdfStyle.Strong => (bold, BodySize, 0d),
            PdfStyle.Quote => (regular, BodySize, QuoteIndent),
            _ => (regular, BodySize, 0d),
        };
        if (style == PdfStyle.Quote)
        {
            // A quotation holds paragraphs, never words themselves (ISO 32000-1, 14.8.4.2).
            structure.Begin("BlockQuote");
        }

        Flow("P", font, size, indent, text);
        if (style == PdfStyle.Quote)
        {
            structure.End();
        }

        pages.Space(size * 0.55);
    }

    /// <param name="shares">How wide each column is, of the whole width; together 1.</param>
    public void Table(
        IReadOnlyList<double> shares,
        IReadOnlyList<string> heads,
        IEnumerable<IReadOnlyList<string>> rows
    )
    {
        structure.Begin("Table");
        Row(shares, heads, bold, "TH", "/A << /O /Table /Scope /Column >>");
        foreach (var row in rows)
        {
            Row(shares, row, regular, "TD", "");
        }

        structure.End();
        pages.Space(BodySize);
    }

    /// <summary>Nothing can be added after it.</summary>
    public void Finish()
    {
        var tree = pages.Finish();
        var root = structure.Finish();
        regular.WriteTo(objects);
        bold.WriteTo(objects);
        var (description, information, catalog) = (objects.New(), objects.New(), objects.New());
        objects.WriteStream(
            description,
            "/Type /Metadata /Subtype /XML",
            Encoding.UTF8.GetBytes(Description()),
            isPacked: false
        );
        objects.Write(information, $"/Title {PdfObjects.Text(about.Title)}");
        objects.Write(
            catalog,
            $"/Type /Catalog /Pages {PdfObjects.Reference(tree)} /StructTreeRoot {PdfObjects.Reference(root)} /MarkInfo << /Marked true >> /Lang ({about.Language}) /Metadata {PdfObjects.Reference(description)} /ViewerPreferences << /DisplayDocTitle true >>"
        );
        objects.Finish(catalog, information);
    }

    private void Flow(string type, PdfFont font, double size, double indent, string text)
    {
        var height = size * Leading;
        var written = 0d;
        structure.Begin(type);
        foreach (var line in LinesOf(text, font, size, PdfPages.LineWidth - indent))
        {
            if (!pages.Fits(height))
            {
                EndPiece();
                pages.Next();
            }

            if (written == 0)
            {
                pages.BeginPiece(type);
            }

            pages.Line(font, size, indent, line);
            pages.Down(height);
            written += height;
        }

        EndPiece();
        structure.End();

        void EndPiece()
        {
            if (written > 0)
            {
                pages.EndPiece();
                if (indent > 0)
                {
                    pages.Rule(indent / 3, written);
                }
            }

            written = 0;
        }
    }

    private void Row(
        IReadOnlyList<double> shares,
        IReadOnlyList<string> cells,
        PdfFont font,
        string type,
        string attributes
    )
    {
        var lines = cells
            .Select((cell, column) => LinesOf(cell, font, BodySize, shares[column] * PdfPages.LineWidth - Gutter))
            .ToArray();
        var height = lines.Max(cell => cell.Count) * BodySize * Leading;
        pages.Keep(height);
        structure.Begin("TR");
        var left = 0d;
        for (var column = 0; column < cells.Count; column++)
        {
            structure.Begin(type, attributes);
            pages.BeginPiece(type);
            foreach (var line in lines[column])
            {
                pages.Line(font, BodySize, left, line);
                pages.Down(BodySize * Leading);
            }

            pages.EndPiece();
            pages.Down(-lines[column].Count * BodySize * Leading);
            structure.End();
            left += shares[column] * PdfPages.LineWidth;
        }

        structure.End();
        pages.Down(height);
    }

    /// <summary>Broken between words, and within a word only where it fits on no line.</summary>
    private static List<string> LinesOf(string text, PdfFont font, double size, double width)
    {
        var lines = new List<string>();
        foreach (var typed in TextRules.Scrub(text).Split('\n'))
        {
            var line = new StringBuilder();
            var filled = 0d;
            foreach (var word in typed.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var piece in PiecesOf(word + " ", font, size, width))
                {
                    var wide = font.WidthOf(piece, size);
                    if (filled > 0 && filled + font.WidthOf(piece.TrimEnd(), size) > width)
                    {
                        lines.Add(line.ToString());
                        (line, filled) = (new StringBuilder(), 0);
                    }

                    line.Append(piece);
                    filled += wide;
                }
            }

            if (line.Length > 0)
            {
                lines.Add(line.ToString());
            }
        }

        return lines;
    }

    private static IEnumerable<string> PiecesOf(string word, PdfFont font, double size, double width)
    {
        if (font.WidthOf(word.TrimEnd(), size) <= width)
        {
            yield return word;
            yield break;
        }

        var piece = new StringBuilder();
        foreach (var sign in word.EnumerateRunes())
        {
            if (font.WidthOf(piece.ToString() + sign, size) > width)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(sign);
        }

        yield return piece.ToString();
    }

    /// <summary>The same in the form that programs for archives and reading aids look for (XMP, ISO 16684-1).</summary>
    private string Description() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{WebUtility.HtmlEncode(
                about.Title
            )}</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>{about.Language}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{about.Made.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</xmp:CreateDate>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        );
}
