using System.Buffers.Binary;
using System.Text;

namespace Brink.Platform.Paper.Pdf;

/// <summary>
/// What a PDF must know of a TrueType font: which glyph stands for which sign, and how wide it is. By the OpenType
/// specification, tables head, hhea, hmtx, OS/2 and cmap (formats 4 and 12).
/// </summary>
public sealed class TrueTypeFont
{
    /// <summary>PDF counts widths in thousandths of the size of the letter (ISO 32000-1, 9.2.4).</summary>
    private const int PdfUnits = 1000;
    private readonly byte[] program;
    private readonly Dictionary<string, int> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int unitsPerEm;
    private readonly int advances;

    /// <exception cref="InvalidDataException">This is no TrueType font, or it has no table of characters.</exception>
    public TrueTypeFont(string name, byte[] program)
    {
        (Name, this.program) = (name, program);
        for (var i = 0; i < Number16(4); i++)
        {
            var entry = 12 + i * 16;
            tables[Encoding.ASCII.GetString(program, entry, 4)] = (int)Number32(entry + 8);
        }

        if (!(tables.ContainsKey("head") && tables.ContainsKey("hhea") && tables.ContainsKey("cmap")))
        {
            throw new InvalidDataException($"{name} is no TrueType font.");
        }

        unitsPerEm = Number16(tables["head"] + 18);
        advances = Number16(tables["hhea"] + 34);
        Box = [.. Enumerable.Range(0, 4).Select(i => Scaled(Signed16(tables["head"] + 36 + 2 * i)))];
        (Ascent, Descent) = (Scaled(Signed16(tables["hhea"] + 4)), Scaled(Signed16(tables["hhea"] + 6)));
        CapHeight = tables.TryGetValue("OS/2", out var os2) ? Scaled(Signed16(os2 + 88)) : Ascent;
        ReadCharacters(tables["cmap"]);
    }

    public string Name { get; }
    public ReadOnlySpan<byte> Program => program;

    /// <summary>Left, bottom, right, top, in thousandths of the size.</summary>
    public IReadOnlyList<int> Box { get; }
    public int Ascent { get; }

    /// <summary>Below the line, so negative.</summary>
    public int Descent { get; }
    public int CapHeight { get; }

    /// <returns>0, the glyph for what a font does not have, for a sign it does not have.</returns>
    public int GlyphOf(Rune sign) => glyphs.GetValueOrDefault(sign.Value);

    /// <returns>In thousandths of the size.</returns>
    public int WidthOf(int glyph) => Scaled(Number16(tables["hmtx"] + 4 * Math.Min(glyph, advances - 1)));

    private void ReadCharacters(int table)
    {
        var best = 0;
        for (var i = 0; i < Number16(table + 2); i++)
        {
            var entry = table + 4 + i * 8;
            var subtable = table + (int)Number32(entry + 4);
            // Unicode (platform 0) or Windows Unicode (platform 3), the fullest of the two known forms.
            if (Number16(entry) is 0 or 3 && Number16(subtable) is 4 or 12)
            {
                best = best == 0 || Number16(subtable) == 12 ? subtable : best;
            }
        }

        if (best == 0)
        {
            throw new InvalidDataException($"{Name} has no table of characters that is known here.");
        }

        if (Number16(best) == 12)
        {
            ReadGroups(best);
        }
        else
        {
            ReadSegments(best);
        }
    }

    private void ReadGroups(int table)
    {
        for (var i = 0; i < Number32(table + 12); i++)
        {
            var group = table + 16 + i * 12;
            var (first, last, glyph) = (Number32(group), Number32(group + 4), Number32(group + 8));
            for (var sign = first; sign <= last; sign++)
            {
                glyphs[(int)sign] = (int)(glyph + sign - first);
            }
        }
    }

    private void ReadSegments(int table)
    {
        var size = Number16(table + 6);
        for (var at = 0; at < size; at += 2)
        {
            var (last, first) = (Number16(table + 14 + at), Number16(table + 16 + size + at));
            var shift = Number16(table + 16 + 2 * size + at);
            var rangeAt = table + 16 + 3 * size + at;
            var range = Number16(rangeAt);
            for (var sign = first; sign <= last && sign < 0xFFFF; sign++)
            {
                var glyph = range == 0 ? sign + shift : Number16(rangeAt + range + 2 * (sign - first));
                glyph = range == 0 || glyph == 0 ? glyph : glyph + shift;
                if ((glyph & 0xFFFF) != 0)
                {
                    glyphs[sign] = glyph & 0xFFFF;
                }
            }
        }
    }

    private int Scaled(int units) => units * PdfUnits / unitsPerEm;

    private int Number16(int at) => BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(at));

    private int Signed16(int at) => BinaryPrimitives.ReadInt16BigEndian(program.AsSpan(at));

    private uint Number32(int at) => BinaryPrimitives.ReadUInt32BigEndian(program.AsSpan(at));
}
