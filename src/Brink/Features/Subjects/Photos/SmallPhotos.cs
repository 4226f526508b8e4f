using System.Globalization;
using Brink.Platform.Files;

namespace Brink.Features.Subjects.Photos;

/// <summary>Smaller copies of photos, made once for each of a few widths and kept beside the photos.</summary>
public sealed class SmallPhotos(IFileStore store, Thumbnails thumbnails, BrinkSettings settings)
{
    private static readonly int[] Widths = [320, 640, 1280];
    private readonly string folder = Path.Combine(settings.DataFolder, "small-photos");

    /// <summary>Only these, or anybody could fill the disk by asking for every width.</summary>
    public static int? Nearest(int? asked) =>
        asked is not { } width
            ? null
            : Widths.Where(w => w >= width).Select(w => (int?)w).FirstOrDefault() ?? Widths[^1];

    /// <summary>Null when none could be made: the photo itself will do.</summary>
    public async Task<(byte[] Content, string ContentType)?> OfAsync(
        string hash,
        int width,
        CancellationToken cancellation
    )
    {
        var place = Place(hash, width);
        if (File.Exists(place))
        {
            return (await File.ReadAllBytesAsync(place, cancellation), ContentType.WebP);
        }

        if (!Thumbnails.AreMadeHere || await ReadAsync(hash, cancellation) is not { } photo)
        {
            return null;
        }

        var made = await thumbnails.MakeAsync(photo, width, cancellation);
        if (!made.IsSmaller)
        {
            return null;
        }

        await KeepAsync(place, made.Content, cancellation);
        return (made.Content, made.ContentType);
    }

    /// <summary>The photo itself is gone.</summary>
    public void Delete(string hash)
    {
        foreach (var place in Widths.Select(width => Place(hash, width)).Where(File.Exists))
        {
            File.Delete(place);
        }
    }

    private string Place(string hash, int width) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{hash}-{width}.webp"));

    private async Task<byte[]?> ReadAsync(string hash, CancellationToken cancellation)
    {
        await using var stream = store.Open(hash);
        if (stream is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    /// <summary>Written aside and then renamed; without room for it there simply is no copy.</summary>
    private async Task KeepAsync(string place, byte[] content, CancellationToken cancellation)
    {
        try
        {
            PrivateFolder.Make(folder);
            var aside = Path.Combine(folder, Path.GetRandomFileName());
            await File.WriteAllBytesAsync(aside, content, cancellation);
            File.Move(aside, place, overwrite: true);
        }
        catch (IOException)
        {
            // The copy in hand is served all the same.
        }
    }
}
