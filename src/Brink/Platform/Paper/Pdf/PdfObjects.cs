using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Brink.Platform.Paper.Pdf;

/// <summary>
/// The objects of a PDF in the order in which they are finished (ISO 32000-1, 7.3 and 7.5): of what is written only its
/// place is remembered, so that a file may be as long as it must.
/// </summary>
internal sealed class PdfObjects
{
    private readonly IBufferWriter<byte> output;
    private readonly List<long> places = [0];
    private long position;

    public PdfObjects(IBufferWriter<byte> output)
    {
        this.output = output;
        // The second line tells programs that carry it on that this is no text.
        Write("%PDF-1.7\n");
        Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>A number for an object that is written later.</summary>
    public int New()
    {
        places.Add(0);
        return places.Count - 1;
    }

    /// <summary>How one object speaks of another.</summary>
    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    /// <summary>Signs in UTF-16, as a PDF wants them outside its pages (7.9.2.2).</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public void Write(int number, string dictionary)
    {
        Begin(number);
        Write($"<< {dictionary} >>\nendobj\n");
    }

    public void WriteArray(int number, IEnumerable<string> items)
    {
        Begin(number);
        Write($"[{string.Join(' ', items)}]\nendobj\n");
    }

    /// <param name="isPacked">False for what other programs must find without unpacking.</param>
    public void WriteStream(int number, string dictionary, ReadOnlySpan<byte> data, bool isPacked = true)
    {
        var packed = isPacked ? Packed(data) : data;
        var filter = isPacked ? "/Filter /FlateDecode " : "";
        Begin(number);
        Write(
            string.Create(CultureInfo.InvariantCulture, $"<< {dictionary} {filter}/Length {packed.Length} >>\nstream\n")
        );
        Write(packed);
        Write("\nendstream\nendobj\n");
    }

    /// <summary>Where everything stands, and where to begin.</summary>
    public void Finish(int catalog, int information)
    {
        var start = position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {places.Count}\n0000000000 65535 f \n"));
        foreach (var place in places.Skip(1))
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        }

        Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"trailer\n<< /Size {places.Count} /Root {Reference(catalog)} /Info {Reference(information)} >>\nstartxref\n{start}\n%%EOF\n"
            )
        );
    }

    private void Begin(int number)
    {
        places[number] = position;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
    }

    private static ReadOnlySpan<byte> Packed(ReadOnlySpan<byte> data)
    {
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(data);
        }

        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private void Write(string text) => Write(Encoding.ASCII.GetBytes(text));

    private void Write(ReadOnlySpan<byte> data)
    {
        output.Write(data);
        position += data.Length;
    }
}
