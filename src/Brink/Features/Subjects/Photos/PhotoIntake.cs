using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Files;

namespace Brink.Features.Subjects.Photos;

/// <summary>Photos that come with a form: checked by content, stripped of place and time, and kept.</summary>
public sealed class PhotoIntake(IFileStore store)
{
    public const int MostPhotos = 6;
    public const long MostBytes = 10_000_000;
    public const int MostDescription = 200;

    /// <param name="already">How many the initiative has; there is an end to what a page can show.</param>
    public async Task<(IReadOnlyList<SubjectFile> Files, Outcome Outcome)> TakeAsync(
        string field,
        IReadOnlyList<IFormFile> photos,
        string? description,
        CancellationToken cancellation
    )
    {
        var chosen = photos.Where(p => p.Length > 0).ToArray();
        var refusals = new List<Refusal>(Typed.Fits("Description", description, MostDescription, 300));
        if (chosen.Length > MostPhotos)
        {
            refusals.Add(new Refusal(field, "Kies niet meer dan {0} foto's tegelijk.", MostPhotos));
        }

        var files = new List<SubjectFile>();
        foreach (var photo in refusals.Count > 0 ? [] : chosen)
        {
            if (photo.Length > MostBytes)
            {
                refusals.Add(new Refusal(field, "Een foto is groter dan 10 MB. Maak hem kleiner of kies een andere."));
                continue;
            }

            using var content = new MemoryStream();
            await photo.CopyToAsync(content, cancellation);
            var check = PhotoMetadata.Strip(content.ToArray());
            if (check.Problem is { } problem)
            {
                refusals.Add(new Refusal(field, problem, check.Arguments));
                continue;
            }

            try
            {
                files.Add(
                    new SubjectFile
                    {
                        Hash = await store.SaveAsync(check.Content, cancellation),
                        ContentType = check.ContentType!,
                        Length = check.Content!.Length,
                        Description = description ?? "",
                    }
                );
            }
            catch (StorageFullException)
            {
                refusals.Add(
                    new Refusal(
                        field,
                        "Er is nu geen ruimte voor foto's. Plaats uw bericht zonder foto, of probeer het later."
                    )
                );
                break;
            }
        }

        return (files, Outcome.Of(refusals));
    }

    /// <summary>Rows for photos that were taken, fresh for each attempt to save them.</summary>
    public static IEnumerable<SubjectFile> Rows(
        IEnumerable<SubjectFile> taken,
        long subjectId,
        long? partId,
        int firstOrder
    ) =>
        taken.Select(
            (file, number) =>
                new SubjectFile
                {
                    SubjectId = subjectId,
                    PartId = partId,
                    Hash = file.Hash,
                    ContentType = file.ContentType,
                    Length = file.Length,
                    Description = file.Description,
                    Order = firstOrder + number,
                }
        );
}
