using Brink.Platform;
using Brink.Platform.Files;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives.Support;

/// <summary>
/// The scan of a list with signatures: a photo, stripped of place and time, or a PDF. Known by its content, never by its
/// name. It is kept beside the photos, but no page of photos ever serves it.
/// </summary>
public sealed class ScanIntake(IFileStore store)
{
    public const long MostBytes = 10_000_000;

    /// <returns>Hash and content type; empty when refused.</returns>
    public async Task<(string Hash, string ContentType, Outcome Outcome)> TakeAsync(
        string field,
        IFormFile? file,
        CancellationToken cancellation
    )
    {
        if (file is null || file.Length == 0)
        {
            return Refused(field, Texts.Mark("Kies een scan of foto van de lijst."));
        }

        if (file.Length > MostBytes)
        {
            return Refused(field, Texts.Mark("Dit bestand is groter dan 10 MB. Maak het kleiner of kies een ander."));
        }

        using var read = new MemoryStream();
        await file.CopyToAsync(read, cancellation);
        var content = read.ToArray();
        var type = ContentType.Of(content);
        if (type is null)
        {
            return Refused(
                field,
                Texts.Mark("Dit is geen scan die wij kunnen bewaren. Kies een PDF of een foto (JPEG, PNG of WebP).")
            );
        }

        if (ContentType.IsPhoto(type))
        {
            var check = PhotoMetadata.Strip(content);
            if (check.Problem is { } problem)
            {
                return ("", "", Outcome.Refuse(field, problem, check.Arguments));
            }

            content = check.Content!;
        }

        try
        {
            return (await store.SaveAsync(content, cancellation), type, Outcome.Done);
        }
        catch (StorageFullException)
        {
            return Refused(field, Texts.Mark("Er is nu geen ruimte voor bestanden. Probeer het later nog eens."));
        }
    }

    private static (string, string, Outcome) Refused(string field, string message) =>
        ("", "", Outcome.Refuse(field, message));
}
