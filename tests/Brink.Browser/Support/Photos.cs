using System.Buffers.Binary;
using System.IO.Compression;
using Brink.Platform.Files;
using Brink.Tests.Platform.Files;
using Microsoft.Playwright;

namespace Brink.Browser.Support;

/// <summary>Photos as a telephone makes them.</summary>
public static class Photos
{
    private const int Quality = 95;

    /// <summary>What the screen shows, as a photo that tells where it was made.</summary>
    /// <param name="orientation">How the telephone was held, as EXIF counts it; 1 is upright.</param>
    public static async Task<FilePayload> OfScreenAsync(IPage page, byte orientation = 1)
    {
        var picture = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = Quality });
        return new()
        {
            Name = "foto.jpg",
            MimeType = "image/jpeg",
            Buffer = [0xFF, 0xD8, .. TestPhotos.Segment(0xE1, TestPhotos.Exif(orientation)), .. picture[2..]],
        };
    }

    /// <summary>A PNG of a green field under a blue sky, 480 by 270.</summary>
    public static byte[] Drawn()
    {
        const int width = 480;
        const int height = 270;
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    packed.Write(y < height / 2 ? [0x9C, 0xC4, 0xE4] : [0x5A, 0x8F, 0x4E]);
                }
            }
        }

        byte[] size = [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255];
        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            (byte)'\n',
            .. Chunk([.. "IHDR"u8, .. size, 8, 2, 0, 0, 0]),
            .. Chunk([.. "IDAT"u8, .. pixels.ToArray()]),
            .. Chunk([.. "IEND"u8]),
        ];
    }

    private static byte[] Chunk(byte[] typeAndData)
    {
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, typeAndData.Length - 4);
        BinaryPrimitives.WriteUInt32BigEndian(sum, PngStripper.Checksum(typeAndData));
        return [.. length, .. typeAndData, .. sum];
    }

    /// <returns>Width and height in pixels, from the frame of a JPEG.</returns>
    public static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        for (var at = 2; at < jpeg.Length; at += 2 + Number(jpeg, at + 2))
        {
            if (jpeg[at + 1] is 0xC0 or 0xC2)
            {
                return (Number(jpeg, at + 7), Number(jpeg, at + 5));
            }
        }

        throw new ArgumentException("No frame in this JPEG.", nameof(jpeg));
    }

    private static int Number(byte[] bytes, int at) => (bytes[at] << 8) | bytes[at + 1];
}
