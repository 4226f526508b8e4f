using System.Globalization;
using System.Text.RegularExpressions;

namespace Brink.Tests.Features.Shared;

/// <summary>Who makes a theme for a municipality hears here which colours can't be read.</summary>
public sealed partial class ThemesTests
{
    private static readonly string[] Grounds = ["ground", "sand", "sand-strong"];
    private static readonly string[] Inks =
    [
        "ink",
        "ink-soft",
        "act",
        "act-strong",
        "people",
        "warning",
        "negative",
        "info",
    ];

    public static TheoryData<string> Themes =>
        [.. Directory.EnumerateFiles(Folder, "*.css").Select(file => Path.GetFileName(file))];

    private static string Folder => Path.Combine(Repository.Root, "src/Brink/wwwroot/css/themes");

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_StandsOutSevenToOne_InLightAndDark(string theme)
    {
        var schemes = Schemes(theme);
        Assert.Equal(2, schemes.Count);
        var faint = schemes.SelectMany(
            (colours, scheme) =>
                TextPairs()
                    .Where(pair => Contrast(colours[pair.Text], colours[pair.Ground]) < 7)
                    .Select(pair => $"{(scheme == 0 ? "light" : "dark")}: {pair}")
        );
        Assert.Empty(faint);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Borders_OfFields_StandOutThreeToOne(string theme)
    {
        foreach (var colours in Schemes(theme))
        foreach (var ground in Grounds)
            Assert.InRange(Contrast(colours["line-strong"], colours[ground]), 3, 21);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Theme_IsAClassOfItsOwnName_WithAllColoursInBothSchemes(string theme)
    {
        var css = File.ReadAllText(Path.Combine(Folder, theme));
        Assert.Contains($".{Path.GetFileNameWithoutExtension(theme)}-theme {{", css);
        Assert.All(Schemes(theme), colours => Assert.Equal(Palette(), colours.Keys.Order()));
    }

    [Fact]
    public void Contrast_OfBlackOnWhite_IsTwentyOne() => Assert.Equal(21, Contrast("#000000", "#ffffff"), 2);

    private static IEnumerable<string> Palette() => Schemes("brink.css")[0].Keys.Order();

    private static IEnumerable<(string Text, string Ground)> TextPairs()
    {
        foreach (var ground in Grounds)
        foreach (var ink in Inks)
            yield return (ink, ground);
        foreach (var group in new[] { "act", "people", "warning", "negative", "info" })
        {
            yield return (group, $"{group}-ground");
            yield return ("ink", $"{group}-ground");
            yield return ("ink-soft", $"{group}-ground");
        }
        yield return ("on-fill", "fill");
        yield return ("on-fill", "fill-strong");
        yield return ("on-fill", "people-fill");
    }

    private static List<Dictionary<string, string>> Schemes(string theme) =>
        [
            .. Regex
                .Split(
                    File.ReadAllText(Path.Combine(Folder, theme)),
                    "@media",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
                .Select(part =>
                    Colour().Matches(part).ToDictionary(found => found.Groups[1].Value, found => found.Groups[2].Value)
                ),
        ];

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = byte.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }

    [GeneratedRegex("--brink-(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colour();
}
