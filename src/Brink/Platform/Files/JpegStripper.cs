using System.Buffers.Binary;

namespace Brink.Platform.Files;

/// <summary>JPEG (ITU-T T.81 annex B) with JFIF, ICC profile and Adobe colour mark kept; EXIF holds orientation alone.</summary>
internal static class JpegStripper
{
    private const int MostScans = 200;

    public static Stripped Strip(ReadOnlySpan<byte> content)
    {
        var reader = new PhotoReader(content);
        var head = new MemoryStream();
        var body = new MemoryStream(content.Length);
        var (width, height, scans) = (0, 0, 0);
        ushort orientation = 1;
        reader.Take(2);
        while (true)
        {
            var marker = Marker(ref reader);
            if (marker == 0xD9)
                break;
            var segment = Segment(ref reader);
            switch (marker)
            {
                case 0xE0 when segment.StartsWith("JFIF\0"u8) && segment.Length >= 14 && head.Length == 0:
                    WriteJfif(head, segment);
                    break;
                case 0xE1 when segment.StartsWith("Exif\0\0"u8) && orientation == 1:
                    orientation = Orientation(segment[6..]);
                    break;
                case 0xE2 when segment.StartsWith("ICC_PROFILE\0"u8):
                case 0xEE when segment.StartsWith("Adobe"u8) && segment.Length == 12:
                case 0xDB or 0xC4 or 0xDD or 0xCC:
                    Write(body, marker, segment);
                    break;
                case >= 0xC0 and <= 0xCF and not 0xC8:
                    if (width != 0 || segment.Length < 6)
                        throw PhotoRefusedException.Broken();
                    height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
                    width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
                    PhotoMetadata.RequireSize(width, height);
                    Write(body, marker, segment);
                    break;
                case 0xDA:
                    if (width == 0 || ++scans > MostScans)
                        throw PhotoRefusedException.Broken();
                    Write(body, marker, segment);
                    body.Write(ScanData(ref reader));
                    break;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    break;
                default:
                    throw PhotoRefusedException.Broken();
            }
        }
        if (scans == 0)
            throw PhotoRefusedException.Broken();
        return new Stripped(Join(head, orientation, body), width, height);
    }

    private static byte Marker(ref PhotoReader reader)
    {
        if (reader.Byte() != 0xFF)
            throw PhotoRefusedException.Broken();
        byte marker;
        do marker = reader.Byte();
        while (marker == 0xFF);
        return marker;
    }

    private static ReadOnlySpan<byte> Segment(ref PhotoReader reader)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(reader.Take(2));
        return reader.Take(length - 2);
    }

    /// <summary>Up to the next marker that is neither a stuffed FF 00 nor a restart.</summary>
    private static ReadOnlySpan<byte> ScanData(ref PhotoReader reader)
    {
        var rest = reader.Rest;
        var at = 0;
        while (true)
        {
            var found = rest[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= rest.Length)
                throw PhotoRefusedException.Broken();
            at += found;
            if (rest[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
                return reader.Take(at);
            at += 2;
        }
    }

    private static void WriteJfif(MemoryStream output, ReadOnlySpan<byte> segment)
    {
        Span<byte> plain = stackalloc byte[14];
        segment[..12].CopyTo(plain);
        // The last two are the size of a preview, which is left out.
        plain[12..].Clear();
        Write(output, 0xE0, plain);
    }

    private static void Write(MemoryStream output, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        output.Write(head);
        output.Write(segment);
    }

    private static byte[] Join(MemoryStream head, ushort orientation, MemoryStream body)
    {
        var output = new MemoryStream((int)(head.Length + body.Length) + 64);
        output.Write([0xFF, 0xD8]);
        head.WriteTo(output);
        if (orientation > 1)
            // One directory of one entry: tag 0x0112, type SHORT, count 1.
            Write(
                output,
                0xE1,
                [
                    .. "Exif\0\0"u8,
                    .. "II*\0"u8,
                    8,
                    0,
                    0,
                    0,
                    1,
                    0,
                    0x12,
                    0x01,
                    3,
                    0,
                    1,
                    0,
                    0,
                    0,
                    (byte)orientation,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                ]
            );
        body.WriteTo(output);
        output.Write([0xFF, 0xD9]);
        return output.ToArray();
    }

    /// <summary>1 (upright) to 8; 1 as well when the EXIF can't be read, for the picture is whole without.</summary>
    private static ushort Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return 1;
        var little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8))
            return 1;
        var start = Long(tiff[4..], little);
        if (start > (uint)tiff.Length - 2)
            return 1;
        var directory = tiff[(int)start..];
        var count = Short(directory, little);
        for (var entry = directory[2..]; count > 0 && entry.Length >= 12; entry = entry[12..], count--)
            if (Short(entry, little) == 0x0112)
                return Short(entry[2..], little) == 3 && Short(entry[8..], little) is >= 1 and <= 8 and var turned
                    ? turned
                    : (ushort)1;
        return 1;
    }

    private static ushort Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
