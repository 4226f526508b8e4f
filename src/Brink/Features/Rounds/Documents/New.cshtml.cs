using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>An officer begins a document, written or pasted as Markdown (C4).</summary>
[Authorize]
public sealed class NewModel() : DossierPage(RoundAct.Work)
{
    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Text { get; set; } = "";

    private long made;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Outcome.Of(TypedDocument.Wrong(Title, Text));
        return typed.Succeeded
            ? await DoAsync(
                async () =>
                {
                    var dossier = await Db.Dossiers.Include(d => d.Subject).SingleAsync(d => d.Id == Head.Id, Aborted);
                    var document = Document.Begin(dossier, Title, TypedDocument.Clean(Text), Acts());
                    await Db.Documents.AddAsync(document, Aborted);
                    made = document.Id;
                    Note(DocumentVerbs.Begun, Acts(), ("document", made));
                    return Outcome.Done;
                },
                () => RoundLinks.Write(Head.Id, made) + "?bewaard=ja"
            )
            : Refused(typed);
    }
}

/// <summary>A document as somebody typed or pasted it.</summary>
public static class TypedDocument
{
    public static IEnumerable<Refusal> Wrong(string? title, string? text)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            yield return new Refusal("Title", "Vul in hoe het stuk heet.");
        }

        foreach (var refusal in Typed.Fits("Title", title, Document.LongestTitle, Document.LongestTitle * 3))
        {
            yield return refusal;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new Refusal("Text", "Schrijf of plak de tekst.");
        }

        foreach (var refusal in Typed.Fits("Text", text, Document.LongestText, Document.LongestText * 2))
        {
            yield return refusal;
        }
    }

    public static string Clean(string text) => TextRules.Paragraphs(text, Document.LongestText).Text;
}
