using System.Buffers.Binary;
using System.Text;

namespace Brink.Platform.Files;

/// <summary>PNG (W3C, third edition) with the chunks that draw and colour the still picture.</summary>
internal static class PngStripper
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "gAMA",
        "cHRM",
        "sRGB",
        "iCCP",
        "cICP",
        "sBIT",
        "bKGD",
        "pHYs",
    };
    private static readonly uint[] Remainders = MakeRemainders();

    public static Stripped Strip(ReadOnlySpan<byte> content)
    {
        var reader = new PhotoReader(content);
        var output = new MemoryStream(content.Length);
        output.Write(reader.Take(8));
        var (width, height) = (0L, 0L);
        var drawn = false;
        while (true)
        {
            var start = reader.Rest;
            var length = BinaryPrimitives.ReadUInt32BigEndian(reader.Take(4));
            var typeAndData = reader.Take(4L + length);
            if (BinaryPrimitives.ReadUInt32BigEndian(reader.Take(4)) != Checksum(typeAndData))
                throw PhotoRefusedException.Broken();
            var type = Encoding.Latin1.GetString(typeAndData[..4]);
            if ((width == 0) != (type == "IHDR"))
                throw PhotoRefusedException.Broken();
            if (type == "IHDR")
            {
                if (length != 13)
                    throw PhotoRefusedException.Broken();
                width = BinaryPrimitives.ReadUInt32BigEndian(typeAndData[4..]);
                height = BinaryPrimitives.ReadUInt32BigEndian(typeAndData[8..]);
                PhotoMetadata.RequireSize(width, height);
            }
            drawn |= type == "IDAT";
            if (Kept.Contains(type))
                output.Write(start[..(int)(12 + length)]);
            else if (char.IsAsciiLetterUpper(type[0]))
                // A capital says that the picture can't be shown without this chunk.
                throw PhotoRefusedException.Broken();
            if (type == "IEND")
                break;
        }
        return drawn ? new Stripped(output.ToArray(), (int)width, (int)height) : throw PhotoRefusedException.Broken();
    }

    internal static uint Checksum(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        foreach (var value in content)
            sum = Remainders[(byte)(sum ^ value)] ^ (sum >> 8);
        return ~sum;
    }

    private static uint[] MakeRemainders()
    {
        var remainders = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var value = n;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            remainders[n] = value;
        }
        return remainders;
    }
}
