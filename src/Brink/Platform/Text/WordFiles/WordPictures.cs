using System.Xml.Linq;
using Brink.Platform.Files;

namespace Brink.Platform.Text.WordFiles;

/// <summary>Takes the pictures that stand in the text: known by their content, without metadata, each kept once.</summary>
internal sealed class WordPictures(WordParts parts, LeftOutList leftOut)
{
    public const int Most = 300;
    private readonly Dictionary<string, WordPicture?> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<WordPicture> pictures = [];

    public IReadOnlyList<WordPicture> All => pictures;

    /// <summary>What is in a drawing: a picture, or something that does not come along and is named.</summary>
    /// <returns>Markdown for the picture; null for none.</returns>
    public string? Take(XElement drawing, string? part)
    {
        var kind = drawing.Within("graphicData").Of("uri") ?? "";
        var picture = kind.EndsWith("/picture", StringComparison.Ordinal) ? drawing.Within("blip") : null;
        if (picture is null)
        {
            leftOut.Add(
                HasTextBox(drawing) ? LeftOutKind.TextBox
                : kind.Contains("chart", StringComparison.OrdinalIgnoreCase) ? LeftOutKind.Chart
                : kind.Contains("diagram", StringComparison.OrdinalIgnoreCase) ? LeftOutKind.SmartArt
                : LeftOutKind.Drawing
            );
            return null;
        }

        var about = drawing.Within("docPr");
        var isDecoration = drawing.Within("decorative").Of("val") is "1" or "true";
        return Take(
            picture.Of("embed"),
            part,
            isDecoration ? "" : about.Of("descr") ?? about.Of("title"),
            isDecoration
        );
    }

    /// <summary>The same in the drawing language of before 2010 (VML).</summary>
    public string? TakeOld(XElement drawing, string? part)
    {
        if (drawing.Within("imagedata") is { } picture)
            return Take(picture.Of("id"), part, drawing.Within("shape").Of("alt"), isDecoration: false);
        if (HasTextBox(drawing))
            leftOut.Add(LeftOutKind.TextBox);
        else if (drawing.Within("rect").Of("hr") is null)
            leftOut.Add(LeftOutKind.Drawing);
        return null;
    }

    private string? Take(string? relation, string? part, string? description, bool isDecoration)
    {
        if (parts.Picture(part, relation) is not { } found)
        {
            leftOut.Add(LeftOutKind.BrokenPicture);
            return null;
        }

        if (!taken.TryGetValue(found.Name, out var picture))
            taken[found.Name] = picture = Keep(found.Content, isDecoration);
        if (picture is null)
        {
            leftOut.Add(
                ContentType.IsPhoto(ContentType.Of(found.Content))
                    ? LeftOutKind.BrokenPicture
                    : LeftOutKind.OtherPicture
            );
            return null;
        }

        return $"![{SpanWriting.Description(description ?? "")}]{picture.Place}";
    }

    private WordPicture? Keep(byte[] content, bool isDecoration)
    {
        if (pictures.Count >= Most)
            throw WordRefusals.TooMuch();
        var check = PhotoMetadata.Strip(content);
        if (check.Problem is not null)
            return null;
        var picture = new WordPicture(
            pictures.Count + 1,
            check.Content!,
            check.ContentType!,
            check.Width,
            check.Height,
            isDecoration
        );
        pictures.Add(picture);
        return picture;
    }

    private static bool HasTextBox(XElement drawing) =>
        drawing.Descendants().Any(box => box.Name.LocalName == "txbxContent" && !string.IsNullOrWhiteSpace(box.Value));
}
