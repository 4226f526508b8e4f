using Brink.Features.Rounds;
using Brink.Features.Rounds.Documents;
using Brink.Platform.Files;
using Brink.Platform.Text.WordFiles;
using Brink.Tests.Platform.Text.WordFiles;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Rounds;

/// <summary>Word files that officers bring in.</summary>
public static class RoundsWord
{
    /// <summary>A file that waits for somebody to look through it.</summary>
    public static async Task<(long File, long Picture)> BroughtAsync(this RoundsMade made, WordMade? word = null)
    {
        var content = (word ?? WordMade.Plan()).File();
        var reading = await new WordReader().ReadAsync(content, default);
        var store = made.Host.Services.GetRequiredService<IFileStore>();
        var pictures = new Dictionary<int, (string, WordPicture)>();
        foreach (var picture in reading.Pictures)
        {
            pictures[picture.Number] = (await store.SaveAsync(picture.Content), picture);
        }

        var brought = new BroughtWord("plan.docx", await store.SaveAsync(content), content.Length, reading, pictures);
        var file = await made.Data.SaveAsync(async db =>
            await WordIntake.AddAsync(
                db,
                await db.Documents.SingleAsync(d => d.Id == made.DocumentId),
                brought,
                made.Data.Now().At,
                default
            )
        );
        return (
            file.Id,
            await made.Host.DbAsync(db =>
                db.DocumentPictures.Where(p => p.DocumentId == made.DocumentId)
                    .OrderByDescending(p => p.Id)
                    .Select(p => p.Id)
                    .FirstOrDefaultAsync()
            )
        );
    }

    /// <summary>The request of a form with this file in it.</summary>
    public static HttpRequestMessage WithWord(
        this TestBrowser browser,
        string button,
        byte[] word,
        params (string Label, string Value)[] fields
    )
    {
        var request = browser.Form(button, fields);
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(word), "Word", "C:\\stukken\\plan.docx");
        return request;
    }
}
