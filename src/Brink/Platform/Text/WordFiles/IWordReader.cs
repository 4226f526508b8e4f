using System.Globalization;
using System.Text.RegularExpressions;

namespace Brink.Platform.Text.WordFiles;

/// <summary>Turns a Word file into text in Markdown with its pictures. Knows of no database and writes nothing.</summary>
public interface IWordReader
{
    /// <param name="file">As it came, whatever it is. At most <see cref="WordPackage.MostBytes"/> long.</param>
    /// <returns>Never throws for what is in the file: what can't be read is refused in words.</returns>
    Task<WordReading> ReadAsync(byte[] file, CancellationToken cancellation);
}

/// <param name="Text">Markdown; a picture stands in it as <c>![alt](word:1)</c>, with its <see cref="WordPicture.Number"/>.</param>
/// <param name="LeftOut">What stood in the file and does not stand in the text, or not as it was.</param>
/// <param name="Problem">Dutch source text of the refusal with {0} places; null when the file was read.</param>
public sealed record WordReading(
    string Text,
    IReadOnlyList<WordPicture> Pictures,
    IReadOnlyList<LeftOut> LeftOut,
    string? Problem,
    params object[] Arguments
)
{
    internal static WordReading Refuse(WordRefusedException refused) =>
        new("", [], [], refused.Message, refused.Arguments);
}

/// <summary>JPEG, PNG or WebP without metadata.</summary>
/// <param name="Width">Pixels, as <paramref name="Height"/>.</param>
/// <param name="IsDecoration">The file says that there is nothing to know about it.</param>
public sealed partial record WordPicture(
    int Number,
    byte[] Content,
    string ContentType,
    int Width,
    int Height,
    bool IsDecoration
)
{
    /// <summary>Stands in the text where the picture's address comes.</summary>
    internal string Place => string.Create(CultureInfo.InvariantCulture, $"(word:{Number})");

    /// <summary>The text with pictures at their addresses. Words that only look like a place stay.</summary>
    public static string Placed(string text, IReadOnlyDictionary<int, string> addresses) =>
        Places()
            .Replace(
                text,
                place =>
                    addresses.TryGetValue(
                        int.Parse(place.Groups["number"].Value, CultureInfo.InvariantCulture),
                        out var address
                    )
                        ? $"]({address})"
                        : place.Value
            );

    [GeneratedRegex(
        @"(?<!\\)\]\(word:(?<number>[0-9]{1,6})\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Places();
}

/// <param name="Where">The first few headings under which it stood; an empty one is before the first heading.</param>
public sealed record LeftOut(LeftOutKind Kind, int Count, IReadOnlyList<string> Where);

public enum LeftOutKind
{
    TextBox,
    Drawing,
    Chart,
    SmartArt,
    Equation,

    /// <summary>Read as if all of them were accepted.</summary>
    TrackedChange,
    Comment,
    EmbeddedObject,
    HeaderOrFooter,

    /// <summary>EMF, GIF, SVG and other kinds that are not shown here.</summary>
    OtherPicture,
    BrokenPicture,
    HiddenText,

    /// <summary>The words stand in the first of the cells; the others are empty.</summary>
    MergedCells,

    /// <summary>Its words stand in the cell.</summary>
    NestedTable,

    /// <summary>Pages make their own.</summary>
    TableOfContents,

    /// <summary>The words stand there, the address does not.</summary>
    UnsafeLink,
    Symbol,

    /// <summary>A part in another file format, or a template kept elsewhere.</summary>
    PartOfAnotherFile,
}

/// <summary>The file is not read, for a reason that its owner can do something about.</summary>
internal sealed class WordRefusedException(string problem, params object[] arguments) : Exception(problem)
{
    public object[] Arguments { get; } = arguments;
}
