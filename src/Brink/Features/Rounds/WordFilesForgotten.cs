using Brink.Features.Notices.Jobs;
using Brink.Features.Subjects.Photos;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>Lets go of Word files that nobody took over, with the pictures that stand in nothing else.</summary>
public sealed class WordFilesForgotten(UnusedPhotos unused, TimeProvider time) : IMunicipalityJob
{
    public static readonly TimeSpan Stay = TimeSpan.FromDays(30);

    private const int Batch = 100;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - Stay;
        var waiting = await db
            .WordFiles.Where(w => w.State == WordFileState.Waiting && w.At < before)
            .OrderBy(w => w.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var file in waiting)
        {
            var hashes = await RemoveAsync(db, file, cancellation);
            await RoundClock.SaveAsync(db, cancellation);
            await unused.DeleteAsync(db, hashes, cancellation);
        }
    }

    /// <summary>Removes the row, and the pictures that came with it; the caller saves and then clears the disk.</summary>
    /// <param name="file">Tracked, and waiting.</param>
    /// <returns>Hashes of what may be off the disk by then.</returns>
    public static async Task<string[]> RemoveAsync(BrinkDb db, WordFile file, CancellationToken cancellation)
    {
        var dossier = await db
            .Documents.Where(d => d.Id == file.DocumentId)
            .Select(d => new { d.DossierId, d.Draft })
            .SingleAsync(cancellation);
        var others = await db
            .WordFiles.Where(w =>
                w.DocumentId == file.DocumentId && w.Id != file.Id && w.State == WordFileState.Waiting
            )
            .Select(w => w.Text)
            .ToArrayAsync(cancellation);
        long[] used =
        [
            .. others
                .Append(dossier.Draft)
                .SelectMany(text => PictureTexts.In(text, dossier.DossierId, file.DocumentId)),
        ];
        var pictures = await db
            .DocumentPictures.Where(p => p.DocumentId == file.DocumentId && !p.IsPublished && !used.Contains(p.Id))
            .ToArrayAsync(cancellation);
        db.DocumentPictures.RemoveRange(pictures);
        db.WordFiles.Remove(file);
        return [file.FileHash, .. pictures.Select(p => p.FileHash)];
    }
}
