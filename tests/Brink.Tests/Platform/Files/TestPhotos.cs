using System.Buffers.Binary;
using System.Text;
using Brink.Platform.Files;

namespace Brink.Tests.Platform.Files;

/// <summary>Photos with what must not be published: a place, a remark, an owner.</summary>
public static class TestPhotos
{
    public const string Secret = "Kerkstraat 1, 52.8871 noord";

    /// <summary>EXIF with orientation 6 and a GPS latitude, big-endian as cameras write it.</summary>
    public static byte[] Exif(byte orientation = 6) =>
        [
            .. "Exif\0\0MM\0*"u8,
            .. (byte[])[0, 0, 0, 8, 0, 2],
            .. (byte[])[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
            .. (byte[])[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38],
            .. (byte[])[0, 0, 0, 0],
            .. (byte[])[0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)Secret.Length, 0, 0, 0, 56],
            .. (byte[])[0, 0, 0, 0],
            .. Encoding.ASCII.GetBytes(Secret),
        ];

    /// <summary>Not a picture that shows anything, but each part where it belongs.</summary>
    public static byte[] Jpeg(int width = 4, int height = 3) =>
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]),
            .. Segment(0xE1, Exif()),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "profile"u8]),
            .. Segment(0xE2, [.. "MPF\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
            .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]),
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
            .. Segment(0xDB, new byte[65]),
            .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            1,
            2,
            0xFF,
            0,
            3,
            0xFF,
            0xD0,
            4,
            0xFF,
            0xD9,
            .. Encoding.ASCII.GetBytes(Secret),
        ];

    public static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    public static byte[] Png(uint width = 4, uint height = 3) =>
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            (byte)'\n',
            .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]),
            .. Chunk("gAMA", Big(45455)),
            .. Chunk("eXIf", Exif()[6..]),
            .. Chunk("tEXt", [.. "Comment\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
            .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
            .. Chunk("zTXt", Encoding.ASCII.GetBytes(Secret)),
            .. Chunk("tIME", [7, 0xEA, 11, 21, 12, 0, 0]),
            .. Chunk("prVt", Encoding.ASCII.GetBytes(Secret)),
            .. Chunk("IDAT", [1, 2, 3]),
            .. Chunk("IEND", []),
            .. Encoding.ASCII.GetBytes(Secret),
        ];

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] both = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big((uint)data.Length), .. both, .. Big(PngStripper.Checksum(both))];
    }

    public static byte[] WebP(byte flags = 0x2C, int width = 4, int height = 3)
    {
        byte[] chunks =
        [
            .. "WEBP"u8,
            .. Riff("VP8X", [flags, 0, 0, 0, (byte)(width - 1), 0, 0, (byte)(height - 1), 0, 0]),
            .. Riff("ICCP", [1, 2, 3]),
            .. Riff("VP8L", [0x2F, .. Little((uint)(width - 1) | ((uint)(height - 1) << 14)), 7]),
            .. Riff("EXIF", Exif()),
            .. Riff("XMP ", Encoding.ASCII.GetBytes(Secret)),
            .. Riff("odd ", Encoding.ASCII.GetBytes(Secret)),
        ];
        return [.. "RIFF"u8, .. Little((uint)chunks.Length), .. chunks, .. Encoding.ASCII.GetBytes(Secret)];
    }

    private static byte[] Riff(string type, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(type), .. Little((uint)data.Length), .. data, .. new byte[data.Length % 2]];

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }

    /// <summary>A real photo by ImageMagick, noisy so that it is worth making smaller.</summary>
    public static byte[] Real(string kind, string size = "800x600", params string[] options)
    {
        OutsideProgram.Require("convert");
        var (code, output, errors) = OutsideProgram.Run(
            "convert",
            ["-seed", "7", "-size", size, "plasma:", .. options, "-comment", Secret, kind + ":-"]
        );
        Assert.True(code == 0, errors);
        return output;
    }
}
