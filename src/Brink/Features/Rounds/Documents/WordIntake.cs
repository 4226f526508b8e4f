using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Files;
using Brink.Platform.Localisation;
using Brink.Platform.Text.WordFiles;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>A Word file that was read, with what is on the disk of it; no row yet.</summary>
/// <param name="Hash">Of the file as it came.</param>
/// <param name="Pictures">By their number in the text.</param>
public sealed record BroughtWord(
    string Name,
    string Hash,
    int Length,
    WordReading Reading,
    IReadOnlyDictionary<int, (string Hash, WordPicture Picture)> Pictures
);

/// <summary>Takes a Word file that comes with a form. What is refused leaves nothing behind.</summary>
public sealed class WordIntake(IWordReader reader, IFileStore store)
{
    public const int MostBytes = 20_000_000;

    /// <summary>With what else stands in the form.</summary>
    public const long MostForm = MostBytes + 8_000_000;

    public async Task<(BroughtWord? Word, Outcome Outcome)> TakeAsync(
        string field,
        IFormFile file,
        CancellationToken cancellation
    )
    {
        if (file.Length > MostBytes)
        {
            return (
                null,
                Outcome.Refuse(
                    field,
                    "Dit bestand is groter dan 20 MB. Maak de plaatjes kleiner en probeer het opnieuw."
                )
            );
        }

        var content = new byte[(int)file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancellation);
        }

        var reading = await reader.ReadAsync(content, cancellation);
        if (reading.Problem is { } problem)
        {
            return (null, Outcome.Refuse(field, problem, reading.Arguments));
        }

        if (reading.Text.Length > Document.LongestText)
        {
            return (
                null,
                Outcome.Refuse(
                    field,
                    "Dit stuk is te lang: meer dan {0} tekens. Maak er twee stukken van.",
                    Document.LongestText
                )
            );
        }

        try
        {
            var pictures = new Dictionary<int, (string, WordPicture)>();
            foreach (var picture in reading.Pictures)
            {
                pictures[picture.Number] = (await store.SaveAsync(picture.Content, cancellation), picture);
            }

            return (
                new BroughtWord(
                    // Some browsers send the whole path, as the officer's computer writes it.
                    file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..],
                    await store.SaveAsync(content, cancellation),
                    content.Length,
                    reading,
                    pictures
                ),
                Outcome.Done
            );
        }
        catch (StorageFullException)
        {
            return (
                null,
                Outcome.Refuse(field, Texts.Mark("Er is nu geen ruimte voor bestanden. Probeer het later nog eens."))
            );
        }
    }

    /// <summary>Rows for it, added to <paramref name="db"/>; fresh for each attempt to save them.</summary>
    /// <param name="document">Tracked.</param>
    public static async Task<WordFile> AddAsync(
        BrinkDb db,
        Document document,
        BroughtWord word,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var known = await db
            .DocumentPictures.Where(p => p.DocumentId == document.Id)
            .ToDictionaryAsync(p => p.FileHash, cancellation);
        var addresses = new Dictionary<int, string>();
        foreach (var (number, (hash, picture)) in word.Pictures)
        {
            if (!known.TryGetValue(hash, out var row))
            {
                known[hash] = row = new DocumentPicture
                {
                    MunicipalityId = document.MunicipalityId,
                    Document = document,
                    DocumentId = document.Id,
                    FileHash = hash,
                    ContentType = picture.ContentType,
                    IsDecoration = picture.IsDecoration,
                };
                await db.DocumentPictures.AddAsync(row, cancellation);
            }

            addresses[number] = PictureTexts.Address(document, row);
        }

        var file = WordFile.Bring(
            document,
            word.Name,
            (word.Hash, word.Length),
            WordPicture.Placed(word.Reading.Text, addresses),
            word.Reading.LeftOut,
            now
        );
        await db.WordFiles.AddAsync(file, cancellation);
        return file;
    }
}
