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
