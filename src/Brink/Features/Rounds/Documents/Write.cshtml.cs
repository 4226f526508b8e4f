using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>
/// Officers write on, see the text in sections, and publish it as the next version (C4). Two at once: the second reads
/// the text of the first beside the own.
/// </summary>
[Authorize]
[RequestFormLimits(MultipartBodyLengthLimit = WordIntake.MostForm)]
public sealed class WriteModel(WordIntake words) : DossierPage(RoundAct.Work), ITakesWord
{
    private const int MostShown = 200;

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public IFormFile? Word { get; set; }

    [BindProperty]
    public string Label { get; set; } = "";

    /// <summary>Which text the officer began from.</summary>
    [BindProperty]
    public string? Read { get; set; }

    public Document Known { get; private set; } = null!;
    public IReadOnlyList<ReadSection> Sections { get; private set; } = [];

    /// <summary>What a colleague wrote meanwhile; null when nobody did.</summary>
    public string? OfColleague { get; private set; }

    /// <summary>Word files that were read and that nobody looked through yet.</summary>
    public IReadOnlyList<WaitingWord> Waiting { get; private set; } = [];

    private long waiting;
    private long DocumentId => Number("document");

    public async Task OnGetAsync()
    {
        await ReadAsync();
        (Title, Text, Read) = (Known.Title, Known.Draft, Document.VersionOf(Known.Draft));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Outcome.Of(TypedDocument.Wrong(Title, Text, hasWord: Word is not null));
        BroughtWord? word = null;
        if (typed.Succeeded && Word is not null)
        {
            (word, typed) = await words.TakeAsync(nameof(Word), Word, Aborted);
        }

        if (!typed.Succeeded)
        {
            await ReadAsync();
            return Refused(typed);
        }

        return await DoAsync(
            async () =>
            {
                var document = await LoadAsync();
                // What was typed beside the file is kept as well.
                var written = document.Write(Title, TypedDocument.Clean(Text), Read, Acts());
                if (written.Succeeded && word is not null)
                {
                    waiting = (await WordIntake.AddAsync(Db, document, word, Now, Aborted)).Id;
                }

                Note(DocumentVerbs.Written, Acts(), ("document", DocumentId));
                return written;
            },
            () =>
                waiting > 0
                    ? RoundLinks.WordCheck(Head.Id, DocumentId, waiting)
                    : RoundLinks.Write(Head.Id, DocumentId) + "?bewaard=ja",
            ReadAsync
        );
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        var typed = Outcome.Of([
            .. string.IsNullOrWhiteSpace(Label)
                ? [new Refusal(nameof(Label), "Zeg wat deze versie is, zoals 'concept'.")]
                : Shared.Typed.Fits(
                    nameof(Label),
                    Label,
                    DocumentVersion.LongestLabel,
                    DocumentVersion.LongestLabel * 3
                ),
        ]);
        return typed.Succeeded
            ? await DoAsync(
                async () =>
                {
                    var document = await LoadAsync();
                    var before = await Db
                        .DocumentSections.Where(s =>
                            s.Version!.DocumentId == DocumentId && s.Version.Number == document.CurrentNumber
                        )
                        .AsNoTracking()
                        .ToArrayAsync(Aborted);
                    var pictures = await Db
                        .DocumentPictures.Where(p => p.DocumentId == DocumentId && !p.IsPublished)
                        .ToArrayAsync(Aborted);
                    return document.Publish(Label, Read, before, Acts(), pictures);
                },
                () => RoundLinks.Document(Head.Id, DocumentId),
                ShowSavedAsync
            )
            : await RefusedAsync(typed);
    }

    protected override async Task<bool> FindAsync() =>
        await Db.Documents.AnyAsync(d => d.Id == DocumentId && d.DossierId == Head.Id, Aborted);

    protected override async Task ReadAsync()
    {
        Known = await Db.Documents.AsNoTracking().SingleAsync(d => d.Id == DocumentId, Aborted);
        Waiting = await Db
            .WordFiles.AsNoTracking()
            .Where(w => w.DocumentId == DocumentId && w.State == WordFileState.Waiting)
            .OrderBy(w => w.Id)
            .Take(20)
            .Select(w => new WaitingWord(w.Id, w.Name))
            .ToArrayAsync(Aborted);
        Sections = [.. SectionReader.Read(Known.Draft).Take(MostShown)];
        if (Read is not null && Read != Document.VersionOf(Known.Draft))
        {
            // What the form holds now is read now: pressing again says that it is meant.
            OfColleague = Known.Draft;
            Read = Document.VersionOf(Known.Draft);
            ModelState.Remove(nameof(Read));
        }
    }

    private async Task<IActionResult> RefusedAsync(Outcome outcome)
    {
        await ShowSavedAsync();
        return Refused(outcome);
    }

    /// <summary>Only what is saved is published, so that is what the form shows.</summary>
    private async Task ShowSavedAsync()
    {
        await ReadAsync();
        (Title, Text) = (Known.Title, Known.Draft);
        ModelState.Remove(nameof(Title));
        ModelState.Remove(nameof(Text));
    }

    private Task<Document> LoadAsync() =>
        Db.Documents.Include(d => d.Dossier!.Subject).SingleAsync(d => d.Id == DocumentId, Aborted);
}

public sealed record WaitingWord(long Id, string Name);
