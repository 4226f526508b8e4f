using Brink.Platform.Localisation;

namespace Brink.Platform.Files;

/// <param name="Content">Without metadata; null when refused.</param>
/// <param name="Problem">Dutch source text of the refusal with {0} places; null when the photo is good.</param>
public sealed record PhotoCheck(
    byte[]? Content,
    string? ContentType,
    int Width,
    int Height,
    string? Problem,
    params object[] Arguments
)
{
    internal static PhotoCheck Refuse(string problem, params object[] arguments) =>
        new(null, null, 0, 0, problem, arguments);
}

/// <summary>
/// Takes out of a photo what tells more than the picture: place, time, camera, owner, remarks, previews and whatever
/// hangs after its end. Only parts that are needed to show the picture are copied; anything not understood is left out
/// or refused. A JPEG keeps the way it is turned.
/// </summary>
public static class PhotoMetadata
{
    /// <summary>More is no photo but an attempt to fill the memory of who opens it.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Never throws: a file that can't be read is refused in words.</summary>
    public static PhotoCheck Strip(ReadOnlySpan<byte> content)
    {
        try
        {
            var type = ContentType.Of(content);
            var photo = type switch
            {
                ContentType.Jpeg => JpegStripper.Strip(content),
                ContentType.Png => PngStripper.Strip(content),
                ContentType.WebP => WebPStripper.Strip(content),
                _ => throw new PhotoRefusedException(
                    Texts.Mark("Dit is geen foto die wij kunnen tonen. Kies een JPEG, PNG of WebP.")
                ),
            };
            return new PhotoCheck(photo.Content, type, photo.Width, photo.Height, null);
        }
        catch (PhotoRefusedException refused)
        {
            return PhotoCheck.Refuse(refused.Message, refused.Arguments);
        }
    }

    internal static void RequireSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw PhotoRefusedException.Broken();
        if (width * height > MostPixels)
            throw new PhotoRefusedException(
                Texts.Mark("Deze foto is te groot: {0} bij {1} beeldpunten. Maak hem kleiner en probeer het opnieuw."),
                width,
                height
            );
    }
}

internal readonly record struct Stripped(byte[] Content, int Width, int Height);

internal sealed class PhotoRefusedException(string problem, params object[] arguments) : Exception(problem)
{
    public object[] Arguments { get; } = arguments;

    public static PhotoRefusedException Broken() =>
        new(Texts.Mark("Deze foto is beschadigd of niet heel aangekomen. Probeer het opnieuw of kies een andere."));
}

/// <summary>Reads forward; past the end is a broken photo.</summary>
internal ref struct PhotoReader(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> rest = content;

    public readonly int Left => rest.Length;

    public readonly ReadOnlySpan<byte> Rest => rest;

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > rest.Length)
            throw PhotoRefusedException.Broken();
        var taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }

    public byte Byte() => Take(1)[0];
}
