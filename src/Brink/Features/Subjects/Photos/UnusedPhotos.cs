using Brink.Platform.Database;
using Brink.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects.Photos;

/// <summary>Takes photos that were removed from the disk as well, with their smaller copies.</summary>
public sealed class UnusedPhotos(IFileStore files, SmallPhotos smallPhotos)
{
    /// <param name="hashes">
    /// After the save that removed them. What still stands with something else stays, also in another municipality: files
    /// are kept by content.
    /// </param>
    public async Task DeleteAsync(BrinkDb db, string[] hashes, CancellationToken cancellation)
    {
        if (hashes.Length == 0)
        {
            return;
        }

        var used = await db
            .Database.SqlQuery<string>($"SELECT hash AS \"Value\" FROM files_in_use({hashes})")
            .ToArrayAsync(cancellation);
        foreach (var hash in hashes.Except(used, StringComparer.Ordinal))
        {
            files.Delete(hash);
            smallPhotos.Delete(hash);
        }
    }
}
