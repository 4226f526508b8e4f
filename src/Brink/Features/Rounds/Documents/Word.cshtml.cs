using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>
/// What was read in a Word file, before it is kept (C4): in sections, with a list of what could not come along. The officer
/// corrects it, says what is on pictures, and takes it over as the text that is being worked on.
/// </summary>
[Authorize]
public sealed class WordModel(UnusedPhotos unused) : DossierPage(RoundAct.Work)
{
    private const int MostShown = 200;

    [BindProperty]
    public string Text { get; set; } = "";

    /// <summary>Which text of the document the officer saw it would replace.</summary>
    [BindProperty]
    public string? Read { get; set; }

    [BindProperty]
    public bool IsOffered { get; set; }

    [BindProperty]
    public List<AskedPicture> Pictures { get; set; } = [];

    public Document Known { get; private set; } = null!;
    public WordFile Brought { get; private set; } = null!;
    public IReadOnlyList<ReadSection> Sections { get; private set; } = [];
    public int SectionCount { get; private set; }

    /// <summary>Sections with so many links or signs that they would be shown as they were typed.</summary>
    public IReadOnlyList<string> TooHeavy { get; private set; } = [];

    /// <summary>What a colleague wrote meanwhile; null when nobody did.</summary>
    public string? OfColleague { get; private set; }

    private long DocumentId => Number("document");
    private long FileId => Number("file");

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        if (Brought.State != WordFileState.Waiting)
        {
            return LocalRedirect(RoundLinks.Write(Head.Id, DocumentId));
        }

        (Text, Read, IsOffered) = (Brought.Text, Document.VersionOf(Known.Draft), !Brought.HoldsRemarks);
        await AskAsync();
        return Page();
    }

    /// <summary>It becomes the text that is being worked on.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        await AskAsync();
        var typed = Outcome.Of([.. TypedDocument.WrongText(Text), .. WrongPictures()]);
        return typed.Succeeded
            ? await DoAsync(
                async () =>
                {
                    var (document, file) = await LoadAsync();
                    if (file is null)
                    {
                        return WordFile.Gone();
                    }

                    await DecideAsync();
                    var taken = document.TakeOver(file, Described(), IsOffered, Read, Acts());
                    Note(DocumentVerbs.Written, Acts(), ("document", DocumentId));
                    return taken;
                },
                () => RoundLinks.Write(Head.Id, DocumentId) + "?bewaard=ja",
                ReadAsync
            )
            : Refused(typed);
    }

    /// <summary>Keeps what was corrected, and shows it in sections again.</summary>
    public async Task<IActionResult> OnPostLookAsync()
    {
        await ShowAsync();
        await AskAsync();
        var typed = Outcome.Of(TypedDocument.WrongText(Text).Concat(WrongPictures(mayWait: true)));
        return typed.Succeeded
            ? await DoAsync(
                async () =>
                {
                    var (_, file) = await LoadAsync();
                    await DecideAsync();
                    return file?.Correct(Described()) ?? WordFile.Gone();
                },
                () => RoundLinks.WordCheck(Head.Id, DocumentId, FileId) + "?bewaard=ja",
                ReadAsync
            )
            : Refused(typed);
    }

    /// <summary>The file is not wanted: nothing of it stays.</summary>
    public async Task<IActionResult> OnPostDropAsync()
    {
        string[] hashes = [];
        var answer = await DoAsync(
            async () =>
            {
                var (_, file) = await LoadAsync();
                var can = file?.CanDrop() ?? WordFile.Gone();
                hashes = can.Succeeded ? await WordFilesForgotten.RemoveAsync(Db, file!, Aborted) : [];
                return can;
            },
            () => RoundLinks.Write(Head.Id, DocumentId),
            ReadAsync
        );
        if (answer is LocalRedirectResult)
        {
            await unused.DeleteAsync(Db, hashes, Aborted);
        }

        return answer;
    }

    protected override Task<bool> FindAsync() =>
        Db.WordFiles.AnyAsync(
            w => w.Id == FileId && w.DocumentId == DocumentId && w.Document!.DossierId == Head.Id,
            Aborted
        );

    /// <summary>After a refusal, which may be that a colleague was first.</summary>
    protected override async Task ReadAsync()
    {
        await ShowAsync();
        if (Read is not null && Read != Document.VersionOf(Known.Draft))
        {
            // What the form holds now is read now: pressing again says that it is meant.
            OfColleague = Known.Draft;
            Read = Document.VersionOf(Known.Draft);
            ModelState.Remove(nameof(Read));
        }
    }

    private async Task ShowAsync()
    {
        Known = await Db.Documents.AsNoTracking().SingleAsync(d => d.Id == DocumentId, Aborted);
        Brought = await Db.WordFiles.AsNoTracking().FirstOrDefaultAsync(w => w.Id == FileId, Aborted) ?? Brought;
        var sections = SectionReader.Read(HttpMethods.IsGet(Request.Method) ? Brought.Text : TypedDocument.Clean(Text));
        (Sections, SectionCount) = ([.. sections.Take(MostShown)], sections.Count);
        TooHeavy = [.. sections.Where(s => !Markdown.IsLaidOut(s.Text)).Select(s => s.Heading)];
    }

    /// <summary>Asks about the pictures that say nothing yet, with what was answered already.</summary>
    private async Task AskAsync()
    {
        var asked = PictureTexts.In(Text, Head.Id, DocumentId, withoutWords: true);
        var known = await Db
            .DocumentPictures.AsNoTracking()
            .Where(p => p.DocumentId == DocumentId && asked.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.IsDecoration, Aborted);
        var answered = Pictures.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        foreach (
            var field in ModelState
                .Keys.Where(key => key.StartsWith(nameof(Pictures), StringComparison.Ordinal))
                .ToArray()
        )
        {
            ModelState.Remove(field);
        }

        Pictures =
        [
            .. asked
                .Where(known.ContainsKey)
                .Select(id => answered.GetValueOrDefault(id) ?? new AskedPicture { Id = id, IsDecoration = known[id] }),
        ];
    }

    /// <param name="mayWait">What is on them may still be said later.</param>
    private IEnumerable<Refusal> WrongPictures(bool mayWait = false)
    {
        for (var at = 0; at < Pictures.Count; at++)
        {
            var field = string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{nameof(Pictures)}[{at}].{nameof(AskedPicture.Words)}"
            );
            if (!mayWait && string.IsNullOrWhiteSpace(Pictures[at].Words) && !Pictures[at].IsDecoration)
            {
                yield return new Refusal(field, "Schrijf wat er te zien is, of kies dat het versiering is.");
            }

            foreach (
                var refusal in Shared.Typed.Fits(
                    field,
                    Pictures[at].Words,
                    DocumentPicture.LongestDescription,
                    DocumentPicture.LongestDescription * 3
                )
            )
            {
                yield return refusal;
            }
        }
    }

    private string Described() =>
        Pictures
            .Where(picture => !string.IsNullOrWhiteSpace(picture.Words))
            .Aggregate(
                TypedDocument.Clean(Text),
                (text, picture) =>
                    PictureTexts.Described(text, RoundLinks.Picture(Head.Id, DocumentId, picture.Id), picture.Words)
            );

    /// <summary>Which of them are decoration, so that it is not asked again.</summary>
    private async Task DecideAsync()
    {
        var asked = Pictures.ToDictionary(p => p.Id, p => p.IsDecoration);
        foreach (
            var picture in await Db
                .DocumentPictures.Where(p => p.DocumentId == DocumentId && asked.Keys.Contains(p.Id))
                .ToArrayAsync(Aborted)
        )
        {
            picture.IsDecoration = asked[picture.Id];
        }
    }

    private async Task<(Document Document, WordFile? File)> LoadAsync() =>
        (
            await Db.Documents.Include(d => d.Dossier!.Subject).SingleAsync(d => d.Id == DocumentId, Aborted),
            await Db.WordFiles.FirstOrDefaultAsync(w => w.Id == FileId, Aborted)
        );
}

/// <summary>A picture of which the file doesn't say what is on it.</summary>
public sealed class AskedPicture
{
    public long Id { get; set; }
    public string Words { get; set; } = "";
    public bool IsDecoration { get; set; }
}
