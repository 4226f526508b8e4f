namespace Brink.Platform.Files;

/// <summary>What a file is, by its content and never by its name.</summary>
public static class ContentType
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string WebP = "image/webp";
    public const string Pdf = "application/pdf";

    /// <summary>One of the four kinds that Brink takes; null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> content) =>
        content switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
                WebP,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
            _ => null,
        };

    public static bool IsPhoto(string? contentType) => contentType is Jpeg or Png or WebP;

    /// <summary>With the dot, for names of downloads.</summary>
    public static string Extension(string contentType) =>
        contentType switch
        {
            Jpeg => ".jpg",
            Png => ".png",
            WebP => ".webp",
            Pdf => ".pdf",
            _ => "",
        };
}
