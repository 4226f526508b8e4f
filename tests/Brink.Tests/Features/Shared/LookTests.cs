using System.IO.Compression;
using System.Text.RegularExpressions;
using Brink.Features.Shared;

namespace Brink.Tests.Features.Shared;

public sealed partial class LookTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src/Brink");

    public static TheoryData<string> Views =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Source, "Features"), "*.cshtml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Source, file)),
        ];

    [Theory]
    [MemberData(nameof(Views))]
    public void View_HasNoInlineStyleOrScript(string view) =>
        Assert.DoesNotMatch(Inline(), File.ReadAllText(Path.Combine(Source, view)));

    [Theory]
    [MemberData(nameof(Views))]
    public void View_UsesIconsThatExist(string view) =>
        Assert.Empty(
            IconName()
                .Matches(File.ReadAllText(Path.Combine(Source, view)))
                .Select(found => found.Groups["name"].Value)
                .Except(Icons.Names)
        );

    [Fact]
    public void StyleSheet_IsSmall()
    {
        var css = File.ReadAllBytes(Path.Combine(Source, "wwwroot/css/brink.css"));
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, true))
            brotli.Write(css);
        Assert.InRange(compressed.Length, 10_000, 30_000);
    }

    [Theory]
    [InlineData("spelen-en-bewegen")]
    [InlineData("overig")]
    [InlineData("een thema dat niemand tekende")]
    [InlineData(null)]
    public void EveryTheme_HasADrawing(string? theme) =>
        Assert.True(File.Exists(Path.Combine(Source, "wwwroot" + ThemePictures.For(theme))));

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 9, "1 2 … 9")]
    [InlineData(4, 9, "1 2 3 4 5 … 9")]
    [InlineData(5, 9, "1 … 4 5 6 … 9")]
    [InlineData(9, 9, "1 … 8 9")]
    public void Pagination_ShowsEndsAndNeighbours(int page, int pages, string shown) =>
        Assert.Equal(
            shown,
            string.Join(
                ' ',
                new Pagination(page, pages, _ => "").Shown.Select(number =>
                    number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…"
                )
            )
        );

    [Fact]
    public void ContactCard_CallsTheNumberWithoutItsSpaces() =>
        Assert.Equal("tel:0593539222", new ContactCard("A", "b", "0593 - 539 222").PhoneHref);

    [GeneratedRegex(@"\sstyle=""|\son[a-z]+=""|<style|<script(?![^>]*\ssrc=)", RegexOptions.None, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"<icon name=""(?<name>[a-z0-9-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IconName();
}
