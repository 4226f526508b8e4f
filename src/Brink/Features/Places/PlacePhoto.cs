using Brink.Platform;
using Brink.Platform.Files;

namespace Brink.Features.Places;

/// <summary>A photo that was checked by its content, stripped of place and time, and kept.</summary>
public sealed record PlacePhoto(string Hash, string ContentType, long Length)
{
    public const long MostBytes = 10_000_000;

    /// <returns>The photo, or null with what to say at the field.</returns>
    public static async Task<(PlacePhoto? Photo, Outcome Outcome)> TakeAsync(
        IFileStore store,
        string field,
        IFormFile? upload,
        CancellationToken cancellation
    )
    {
        if (upload is not { Length: > 0 })
        {
            return (null, Outcome.Refuse(field, "Kies een foto."));
        }

        if (upload.Length > MostBytes)
        {
            return (null, Outcome.Refuse(field, "De foto is groter dan 10 MB. Maak hem kleiner of kies een andere."));
        }

        using var content = new MemoryStream();
        await upload.CopyToAsync(content, cancellation);
        var check = PhotoMetadata.Strip(content.ToArray());
        if (check.Problem is { } problem)
        {
            return (null, Outcome.Of([new Refusal(field, problem, check.Arguments)]));
        }

        try
        {
            var hash = await store.SaveAsync(check.Content, cancellation);
            return (new PlacePhoto(hash, check.ContentType!, check.Content!.Length), Outcome.Done);
        }
        catch (StorageFullException)
        {
            return (null, Outcome.Refuse(field, "Er is nu geen ruimte voor foto's. Probeer het later opnieuw."));
        }
    }
}
