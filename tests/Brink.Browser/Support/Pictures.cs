using Microsoft.Playwright;

namespace Brink.Browser.Support;

/// <summary>Keeps what the tests see, for people to look at, when BRINK_PICTURES is set to a folder.</summary>
public static class Pictures
{
    private const int LongestName = 80;
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BRINK_PICTURES");

    public static async Task KeepAsync(IPage page, string name)
    {
        if (Folder is { Length: > 0 })
        {
            await page.ScreenshotAsync(new() { Path = PathOf(name, ".png"), FullPage = true });
        }
    }

    public static async Task KeepPrintedAsync(byte[] pdf, string name)
    {
        if (Folder is { Length: > 0 })
        {
            await File.WriteAllBytesAsync(PathOf(name, ".pdf"), pdf);
        }
    }

    private static string PathOf(string name, string ending)
    {
        var plain = string.Concat(name.Select(letter => letter is '/' or '?' or ':' ? '_' : letter));
        return Path.Combine(
            Directory.CreateDirectory(Folder!).FullName,
            plain[..Math.Min(LongestName, plain.Length)] + ending
        );
    }
}
