using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Text.WordFiles;

namespace Brink.Features.Rounds;

public enum WordFileState
{
    /// <summary>Read, and waits for an officer to look through it.</summary>
    Waiting,

    /// <summary>Its text became what is being worked on.</summary>
    TakenOver,
}

/// <summary>
/// A Word file that an officer brought in for a document (C4): as it came, and as it was read. Once taken over it stays
/// with the version that came of it.
/// </summary>
[NotJournaled("nobody's business until its text is taken over, and that is journaled with the document")]
public class WordFile : ITenantEntity, IHoldsFile
{
    public const int LongestName = 120;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DocumentId { get; private set; }
    public Document? Document { get; private set; }

    /// <summary>What the officer's computer calls it; shown to officers only.</summary>
    public string Name { get; private set; } = "";
    public string FileHash { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public int Length { get; private set; }

    /// <summary>As read, and maybe corrected; Markdown. Empty once it was taken over.</summary>
    public string Text { get; private set; } = "";
    public List<WordLeftOut> LeftOut { get; private set; } = [];
    public WordFileState State { get; private set; }

    /// <summary>It holds what its writers meant for each other; nobody hands that out by pressing on.</summary>
    public bool HoldsRemarks =>
        LeftOut.Exists(one => one.Kind is LeftOutKind.Comment or LeftOutKind.TrackedChange or LeftOutKind.HiddenText);

    /// <summary>Whoever may read the document may have the file.</summary>
    public bool IsOffered { get; private set; }
    public DateTimeOffset At { get; private set; }
    public uint Version { get; private set; }

    /// <param name="text">With each picture at its own address.</param>
    public static WordFile Bring(
        Document document,
        string name,
        (string Hash, int Length) file,
        string text,
        IEnumerable<LeftOut> leftOut,
        DateTimeOffset at
    ) =>
        new()
        {
            MunicipalityId = document.MunicipalityId,
            Document = document,
            DocumentId = document.Id,
            Name = Platform.Text.TextRules.First(Platform.Text.TextRules.Line(name), LongestName),
            FileHash = file.Hash,
            Length = file.Length,
            Text = text,
            LeftOut =
            [
                .. leftOut.Select(one => new WordLeftOut
                {
                    Kind = one.Kind,
                    Count = one.Count,
                    Where = [.. one.Where],
                }),
            ],
            At = at,
        };

    /// <summary>The officer corrected what was read and looks again.</summary>
    public Outcome Correct(string text)
    {
        var can = CanDrop();
        Text = can.Succeeded ? text : Text;
        return can;
    }

    /// <summary>It is not wanted. What was taken over stays with its version.</summary>
    public Outcome CanDrop() => State == WordFileState.Waiting ? Outcome.Done : Gone();

    /// <summary>A colleague was first.</summary>
    public static Outcome Gone() => Outcome.Refuse("", "Dit Word-bestand is al overgenomen of weggegooid.");

    internal void Taken(bool offer) => (State, Text, IsOffered) = (WordFileState.TakenOver, "", offer);
}

/// <summary>See <see cref="LeftOut"/>.</summary>
public class WordLeftOut
{
    public LeftOutKind Kind { get; set; }
    public int Count { get; set; }
    public List<string> Where { get; set; } = [];
}

/// <summary>
/// A picture in the text of a document. The same picture in a later Word file is the same row, so that a section in which
/// nothing changed reads the same.
/// </summary>
[NotJournaled("stands in the text of a document, which is journaled")]
public class DocumentPicture : ITenantEntity, IHoldsFile
{
    public const int LongestDescription = 300;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DocumentId { get; init; }
    public Document? Document { get; init; }
    public string FileHash { get; init; } = "";
    public string ContentType { get; init; } = "";

    /// <summary>The Word file says that there is nothing to know about it.</summary>
    public bool IsDecoration { get; set; }

    /// <summary>Stands in a version; before that officers alone see it.</summary>
    public bool IsPublished { get; private set; }

    internal void PublishWith(string text) =>
        IsPublished |= text.Contains($"({PictureTexts.Address(Document, this)})", StringComparison.Ordinal);
}
