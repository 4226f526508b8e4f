using System.Globalization;
using System.Text.RegularExpressions;
using Brink.Platform.Text;

namespace Brink.Features.Rounds;

/// <summary>Pictures as they stand in a text: <c>![words](/dossiers/1/stukken/2/plaatjes/3)</c>.</summary>
public static partial class PictureTexts
{
    public static string Address(Document? document, DocumentPicture picture) =>
        RoundLinks.Picture(document!.DossierId, document.Id, picture.Id);

    /// <summary>The numbers of pictures of this document, in the order of the text, each once.</summary>
    /// <param name="withoutWords">Only those that say nothing to who can't see them.</param>
    public static IReadOnlyList<long> In(string text, long dossier, long document, bool withoutWords = false)
    {
        var folder = RoundLinks.Picture(dossier, document, 0)[..^1];
        return
        [
            .. Picture()
                .Matches(text)
                .Where(found => found.Groups["folder"].Value == folder)
                .Where(found => !withoutWords || found.Groups["words"].Length == 0)
                .Select(found => long.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture))
                .Distinct(),
        ];
    }

    /// <summary>The text with words for who can't see a picture; where words stand already, those stay.</summary>
    /// <param name="address">Of the picture.</param>
    public static string Described(string text, string address, string words) =>
        text.Replace($"![]({address})", $"![{Markdown.Description(words)}]({address})", StringComparison.Ordinal);

    [GeneratedRegex(
        @"!\[(?<words>(\\.|[^\]\\])*)\]\((?<folder>/dossiers/[0-9]+/stukken/[0-9]+/plaatjes/)(?<number>[0-9]{1,18})\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Picture();
}
