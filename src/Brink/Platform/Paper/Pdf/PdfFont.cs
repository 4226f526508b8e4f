using System.Globalization;
using System.Text;

namespace Brink.Platform.Paper.Pdf;

/// <summary>A font in one PDF: remembers which of its glyphs are used, for their widths and for reading them back.</summary>
internal sealed class PdfFont(TrueTypeFont font, string name, int number)
{
    private static readonly Rune Unknown = new('?');
    private readonly SortedDictionary<int, Rune> used = [];

    /// <summary>As pages call it, such as F1.</summary>
    public string Name => name;
    public int Number => number;

    /// <returns>In points.</returns>
    public double WidthOf(string text, double size) =>
        text.EnumerateRunes().Sum(sign => font.WidthOf(font.GlyphOf(Known(sign)))) * size / 1000;

    /// <summary>The glyphs of a text, as they stand on a page: four hexadecimal digits each (9.7.4.2).</summary>
    public string Glyphs(string text)
    {
        var glyphs = new StringBuilder(text.Length * 4 + 2).Append('<');
        foreach (var sign in text.EnumerateRunes().Select(Known))
        {
            var glyph = font.GlyphOf(sign);
            used.TryAdd(glyph, sign);
            glyphs.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        return glyphs.Append('>').ToString();
    }

    /// <summary>The empty box of a missing sign may not be shown to who has the page read out (PDF/UA-1, 7.21.8).</summary>
    private Rune Known(Rune sign) => font.GlyphOf(sign) == 0 ? Unknown : sign;

    /// <summary>The font itself, whole, with what was used of it (9.7 and 9.10.3).</summary>
    public void WriteTo(PdfObjects objects)
    {
        var (file, descriptor, signs, descendant) = (objects.New(), objects.New(), objects.New(), objects.New());
        objects.WriteStream(file, Invariant($"/Length1 {font.Program.Length}"), font.Program);
        objects.Write(
            descriptor,
            Invariant(
                $"/Type /FontDescriptor /FontName /{font.Name} /Flags 32 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.CapHeight} /StemV 80 /FontFile2 {PdfObjects.Reference(file)}"
            )
        );
        objects.Write(
            descendant,
            Invariant(
                $"/Type /Font /Subtype /CIDFontType2 /BaseFont /{font.Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor {PdfObjects.Reference(descriptor)} /W [{string.Join(' ', used.Keys.Select(glyph => Invariant($"{glyph} [{font.WidthOf(glyph)}]")))}]"
            )
        );
        objects.WriteStream(signs, "", Encoding.ASCII.GetBytes(Signs()));
        objects.Write(
            number,
            $"/Type /Font /Subtype /Type0 /BaseFont /{font.Name} /Encoding /Identity-H /DescendantFonts [{PdfObjects.Reference(descendant)}] /ToUnicode {PdfObjects.Reference(signs)}"
        );
    }

    /// <summary>Which sign each glyph stands for, in parts of a hundred as the form of it asks.</summary>
    private string Signs()
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """
        );
        foreach (var part in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, sign) in part)
            {
                var bytes = Encoding.BigEndianUnicode.GetBytes(sign.ToString());
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(bytes)}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
