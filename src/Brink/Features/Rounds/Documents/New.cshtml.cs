using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>An officer begins a document: written or pasted as Markdown, or a Word file (C4).</summary>
[Authorize]
[RequestFormLimits(MultipartBodyLengthLimit = WordIntake.MostForm)]
public sealed class NewModel(WordIntake words) : DossierPage(RoundAct.Work), ITakesWord
{
    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public IFormFile? Word { get; set; }

    private long made;
    private long waiting;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Outcome.Of(TypedDocument.Wrong(Title, Text, hasWord: Word is not null));
        BroughtWord? word = null;
        if (typed.Succeeded && Word is not null)
        {
            (word, typed) = await words.TakeAsync(nameof(Word), Word, Aborted);
        }

        return typed.Succeeded
            ? await DoAsync(
                async () =>
                {
                    var dossier = await Db.Dossiers.Include(d => d.Subject).SingleAsync(d => d.Id == Head.Id, Aborted);
                    var document = Document.Begin(dossier, Title, TypedDocument.Clean(Text), Acts());
                    await Db.Documents.AddAsync(document, Aborted);
                    made = document.Id;
                    waiting = word is null ? 0 : (await WordIntake.AddAsync(Db, document, word, Now, Aborted)).Id;
                    Note(DocumentVerbs.Begun, Acts(), ("document", made));
                    return Outcome.Done;
                },
                () =>
                    waiting > 0
                        ? RoundLinks.WordCheck(Head.Id, made, waiting)
                        : RoundLinks.Write(Head.Id, made) + "?bewaard=ja"
            )
            : Refused(typed);
    }
}

/// <summary>A form that takes a Word file.</summary>
public interface ITakesWord
{
    IFormFile? Word { get; }
}

/// <summary>A document as somebody typed or pasted it.</summary>
public static class TypedDocument
{
    /// <param name="hasWord">The text comes from a file; what was typed may be empty.</param>
    public static IEnumerable<Refusal> Wrong(string? title, string? text, bool hasWord = false)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            yield return new Refusal("Title", "Vul in hoe het stuk heet.");
        }

        foreach (var refusal in Typed.Fits("Title", title, Document.LongestTitle, Document.LongestTitle * 3))
        {
            yield return refusal;
        }

        foreach (var refusal in hasWord && string.IsNullOrWhiteSpace(text) ? [] : WrongText(text))
        {
            yield return refusal;
        }
    }

    public static IEnumerable<Refusal> WrongText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new Refusal("Text", "Schrijf of plak de tekst, of kies een Word-bestand.");
        }

        foreach (var refusal in Typed.Fits("Text", text, Document.LongestText, Document.LongestText * 2))
        {
            yield return refusal;
        }
    }

    public static string Clean(string text) => TextRules.Paragraphs(text, Document.LongestText).Text;
}
