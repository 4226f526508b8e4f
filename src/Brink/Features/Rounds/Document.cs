using Brink.Features.Dossiers;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Rounds;

/// <summary>
/// A text of a dossier that villages read and react to (C4). Officers write in <see cref="Draft"/>; what they publish
/// becomes a version that never changes any more.
/// </summary>
public class Document : ITenantEntity
{
    public const int LongestTitle = 160;

    /// <summary>Some four hundred pages, in signs.</summary>
    public const int LongestText = 1_000_000;
    public const int MostSections = 2000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; private set; }
    public Dossier? Dossier { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>What officers are working on, as Markdown; nobody else reads it.</summary>
    public string Draft { get; private set; } = "";

    /// <summary>The number of the newest version; 0 as long as nothing was published.</summary>
    public int CurrentNumber { get; private set; }

    /// <summary>The highest number that a section ever had here; see <see cref="SectionMatching"/>.</summary>
    public int LastAnchor { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The Word file that what is being worked on came from; goes along with the next version.</summary>
    public long? WordFileId { get; private set; }
    public WordFile? WordFile { get; private set; }
    public List<DocumentVersion> Versions { get; } = [];
    public uint Version { get; private set; }

    public static Document Begin(Dossier dossier, string title, string draft, Actor actor)
    {
        var document = new Document
        {
            MunicipalityId = dossier.MunicipalityId,
            Dossier = dossier,
            DossierId = dossier.Id,
            Title = Platform.Text.TextRules.Line(title),
            Draft = draft.Trim(),
            ChangedAt = actor.At,
        };
        return document;
    }

    /// <param name="read">The text that the officer began from: when a colleague changed it meanwhile, it is read first.</param>
    public Outcome Write(string title, string draft, string? read, Actor actor)
    {
        var untouched = CanGoOn(read, draft);
        if (!untouched.Succeeded)
        {
            return untouched;
        }

        (Title, Draft, ChangedAt) = (Platform.Text.TextRules.Line(title), draft.Trim(), actor.At);
        return Outcome.Done;
    }

    /// <summary>What was written becomes the version that everyone reads. Earlier versions stay readable.</summary>
    /// <param name="label">What it is: 'concept', 'ontwerp', 'vastgesteld'.</param>
    /// <param name="read">See <see cref="Write"/>.</param>
    /// <param name="before">The sections of the newest version; empty for the first.</param>
    /// <param name="pictures">Those of this document that nobody but officers could see until now.</param>
    public Outcome Publish(
        string label,
        string? read,
        IReadOnlyCollection<DocumentSection> before,
        Actor actor,
        IReadOnlyCollection<DocumentPicture>? pictures = null
    )
    {
        var untouched = CanGoOn(read, null);
        if (!untouched.Succeeded)
        {
            return untouched;
        }

        var sections = SectionReader.Read(Draft);
        if (sections.Count is 0 or > MostSections)
        {
            return sections.Count == 0
                ? Outcome.Refuse("Text", "Schrijf eerst een tekst.")
                : Outcome.Refuse(
                    "Text",
                    "Deze tekst heeft meer dan {0} koppen. Maak er twee stukken van.",
                    MostSections
                );
        }

        var known = before.OrderBy(s => s.Order).Select(s => (s.Anchor, s.Heading, s.Text)).ToArray();
        if (
            sections.Count == known.Length
            && sections
                .Zip(known)
                .All(pair => pair.First.Heading == pair.Second.Heading && pair.First.Text == pair.Second.Text)
        )
        {
            return Outcome.Refuse("Text", "Er is niets veranderd sinds versie {0}.", CurrentNumber);
        }

        var last = LastAnchor;
        var anchors = SectionMatching.Anchors(known, sections, ref last);
        (LastAnchor, ChangedAt) = (last, actor.At);
        Versions.Add(DocumentVersion.Of(++CurrentNumber, label, sections, anchors, WordFileId, actor));
        (WordFile, WordFileId) = (null, null);
        foreach (var picture in pictures ?? [])
        {
            picture.PublishWith(Draft);
        }

        Dossier!.Subject.Happened(
            DocumentVerbs.Published,
            actor,
            ("document", (Func<long>)(() => Id)),
            ("version", CurrentNumber)
        );
        return Outcome.Done;
    }

    /// <summary>
    /// An officer looked through what was read in a Word file: that is now what is being worked on. A colleague's words
    /// are read first, as in <see cref="Write"/>; a file is taken over once.
    /// </summary>
    /// <param name="text">As corrected.</param>
    /// <param name="offer">The file itself may be had by whoever may read the document.</param>
    public Outcome TakeOver(WordFile file, string text, bool offer, string? read, Actor actor)
    {
        if (file.State != WordFileState.Waiting)
        {
            return WordFile.Gone();
        }

        var written = Write(Title, text, read, actor);
        if (written.Succeeded)
        {
            file.Taken(offer);
            (WordFile, WordFileId) = (file, file.Id);
        }

        return written;
    }

    /// <summary>Changes with the words.</summary>
    public static string VersionOf(string text) => Convert.ToHexStringLower(Secret.Hash(text))[..16];

    private Outcome CanGoOn(string? read, string? mine) =>
        read == VersionOf(Draft) || (mine is not null && mine.Trim() == Draft)
            ? Outcome.Done
            : Outcome.Refuse(
                "",
                "Een collega paste de tekst intussen aan. Lees die eerst; uw tekst staat nog in het veld."
            );
}

/// <summary>What was published, once and for good.</summary>
public class DocumentVersion : ITenantEntity
{
    public const int LongestLabel = 60;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DocumentId { get; set; }
    public Document? Document { get; private set; }

    /// <summary>Counts from 1 within the document.</summary>
    public int Number { get; private set; }
    public string Label { get; private set; } = "";
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>The Word file it came from; null where it was written here.</summary>
    public long? WordFileId { get; private set; }
    public WordFile? WordFile { get; private set; }
    public List<DocumentSection> Sections { get; } = [];

    internal static DocumentVersion Of(
        int number,
        string label,
        IReadOnlyList<ReadSection> sections,
        IReadOnlyList<int> anchors,
        long? wordFile,
        Actor actor
    )
    {
        var version = new DocumentVersion
        {
            Number = number,
            Label = Platform.Text.TextRules.Line(label),
            PublishedAt = actor.At,
            WordFileId = wordFile,
        };
        version.Sections.AddRange(
            sections.Select(
                (section, order) =>
                    new DocumentSection
                    {
                        Anchor = anchors[order],
                        Order = order,
                        Level = section.Level,
                        Heading = section.Heading,
                        Text = section.Text,
                    }
            )
        );
        return version;
    }
}

public class DocumentSection : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long VersionId { get; set; }
    public DocumentVersion? Version { get; private set; }

    /// <summary>The same in every version in which the section occurs; its address on the page is '#p' with this number.</summary>
    public int Anchor { get; init; }

    /// <summary>Counts from 0.</summary>
    public int Order { get; init; }
    public int Level { get; init; }
    public string Heading { get; init; } = "";

    /// <summary>Markdown, without the heading.</summary>
    public string Text { get; init; } = "";
}

public static class DocumentVerbs
{
    public const string Begun = "document.begun";
    public const string Written = "document.written";
    public const string Published = "document.published";
}
