using System.Xml;

namespace Brink.Platform.Text.WordFiles;

/// <summary>
/// Reads Word files one or two at a time, so that many at once don't need much memory, and stops when one takes too long.
/// </summary>
public sealed class WordReader : IWordReader
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly SemaphoreSlim Places = new(AtOnce);

    public async Task<WordReading> ReadAsync(byte[] file, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            return await Task.Run(() => Read(file, limit.Token), cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return WordReading.Refuse(WordRefusals.TooMuch());
        }
        catch (WordRefusedException refused)
        {
            return WordReading.Refuse(refused);
        }
        catch (Exception broken) when (broken is XmlException or UriFormatException)
        {
            return WordReading.Refuse(WordRefusals.Broken());
        }
        finally
        {
            Places.Release();
        }
    }

    private static WordReading Read(byte[] file, CancellationToken limit)
    {
        using var package = WordPackage.Open(file);
        var parts = WordParts.Find(package);
        var leftOut = new LeftOutList();
        var blocks = new WordBlocks(parts, leftOut);
        foreach (var block in parts.Body())
        {
            limit.ThrowIfCancellationRequested();
            blocks.Add(block);
        }

        var text = TextRules.Paragraphs(blocks.Finish(), int.MaxValue).Text;
        if (text.Length == 0)
            throw WordRefusals.Empty();
        leftOut.Heading = "";
        if (parts.HeadersAndFooters() is var edges and > 0)
            leftOut.Add(LeftOutKind.HeaderOrFooter, edges);
        if (parts.Templates > 0)
            leftOut.Add(LeftOutKind.PartOfAnotherFile, parts.Templates);
        return new WordReading(text, blocks.Pictures, leftOut.All(), null);
    }
}
