using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Rounds;
using Brink.Tests.Features.Rounds;
using Brink.Tests.Platform.Text.WordFiles;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

/// <summary>Documents with long headings, and rounds in every phase.</summary>
public sealed partial class AwkwardData
{
    private const string LongDocument = $"""
        Wat vooraf gaat, zonder kop.

        # 1. {LongWord} en wat daar verder nog bij komt kijken

        De {LongWord} komt **elke week** bij elkaar.

        - Op maandag
        - Op dinsdag

        # 2. Groen

        ## 2.1 Bomen

        Er komen bomen langs de Hoofdweg.
        """;

    public RoundsMade OpenRound { get; private set; } = null!;

    /// <summary>Closed, with answers given, being written and still to begin.</summary>
    public RoundsMade ClosedRound { get; private set; } = null!;
    public RoundsMade FinishedRound { get; private set; } = null!;
    public Reaction OwnReaction { get; private set; } = null!;
    public Reaction ToTell { get; private set; } = null!;
    public long AnswerDraft { get; private set; }
    public long AnswerWithReader { get; private set; }

    /// <summary>Read, and waits for an officer, with everything that can't come along.</summary>
    public long WaitingWord { get; private set; }

    /// <summary>Published from a Word file with a wide table, notes and a picture.</summary>
    public RoundsMade FromWord { get; private set; } = null!;

    private async Task FillRoundsAsync()
    {
        OpenRound = await RoundsMade.WithAsync(host, text: LongDocument, at: Full);
        OwnReaction = await OpenRound.SaidAsync(Initiator, $"Over de {LongWord}: doen.", "komt kijken");
        await OpenRound.SaidAsync(Full.ContactPerson, "Wij ook.", organisation: Full.Association.Id);
        await OpenRound.SaidAsync(Initiator, "", "Bomen", kind: ReactionKind.Suggestion);
        ClosedRound = await RoundsMade.WithAsync(host, text: LongDocument, at: Full);
        FinishedRound = await RoundsMade.WithAsync(host, text: LongDocument, at: Full);
        var caller = await data.SaveAsync(db =>
        {
            var person = Person.WithTelephone("Meneer Vos", "0593 111 222", host.Time.GetUtcNow());
            db.People.Add(person);
            return Task.FromResult(person);
        });
        ToTell = await ClosedRound.SaidAsync(caller, enteredBy: Full.Liaison.Id);
        var two = await ClosedRound.SaidAsync(Initiator, $"De {LongWord}.", "komt kijken");
        var three = await ClosedRound.SaidAsync(Initiator, "Bomen!", "Bomen");
        await ClosedRound.SaidAsync(Initiator, "Nog niet opgepakt.");
        var last = await FinishedRound.SaidAsync(Initiator, "Maak er iets moois van.", "Bomen");
        await CloseAsync(ClosedRound, FinishedRound);
        await ClosedRound.AnsweredAsync(await ClosedRound.TakenUpAsync(ToTell.Id));
        AnswerDraft = await ClosedRound.TakenUpAsync(two.Id);
        AnswerWithReader = await ClosedRound.OfferedAsync(await ClosedRound.TakenUpAsync(three.Id));
        await FinishedRound.AnsweredAsync(await FinishedRound.TakenUpAsync(last.Id));
        await FinishedRound.FinishAsync();
        await FillWordAsync();
        await FinishedRound.ReplaceAsync(
            LongDocument.Replace("Er komen bomen", "Er komen veel bomen", StringComparison.Ordinal)
        );
    }

    private async Task FillWordAsync()
    {
        var columns = Enumerable.Range(2020, 12).Select(year => year.ToString(CultureInfo.InvariantCulture));
        var word = WordMade
            .Of(
                WordMade.Paragraph(LongWord, "Kop1"),
                WordMade.Paragraph(
                    WordMade.Run("De ") + WordMade.Run(LongWord, "<w:b/>") + WordMade.Run(" telt.") + WordMade.Note(1)
                ),
                WordMade.Item("Op maandag", 2),
                WordMade.Item($"Met de {LongWord}", 2, 1),
                WordMade.Paragraph("Bomen per jaar", "Kop2"),
                $"<w:tbl>{WordMade.Row(["Dorp", .. columns])}{WordMade.Row([LongWord, .. columns])}</w:tbl>",
                WordMade.Paragraph(WordMade.Picture("p")),
                WordMade.Paragraph(WordMade.TextBox("vak")),
                WordMade.Paragraph(WordMade.Graphic("http://schemas.openxmlformats.org/drawingml/2006/chart")),
                WordMade.Paragraph("<w:r><w:commentReference w:id=\"0\"/></w:r>"),
                $"<w:p><w:ins>{WordMade.Run("Erbij gezet.")}</w:ins></w:p>"
            )
            .WithNote(1, $"Volgens de {LongWord}.")
            .WithPart("p", "image", "media/i.png", Photos.Drawn());
        (WaitingWord, _) = await OpenRound.BroughtAsync(word);
        FromWord = await RoundsMade.WithAsync(host, text: LongDocument, at: Full);
        var (file, picture) = await FromWord.BroughtAsync(word);
        await data.SaveAsync(async db =>
        {
            var document = await db
                .Documents.Include(d => d.Dossier!.Subject)
                .SingleAsync(d => d.Id == FromWord.DocumentId);
            var brought = await db.WordFiles.SingleAsync(w => w.Id == file);
            var now = data.Now(FromWord.Officer.Id);
            RoundsMade.Must(
                document.TakeOver(brought, brought.Text, offer: true, Document.VersionOf(document.Draft), now)
            );
            RoundsMade.Must(
                document.Publish(
                    "ontwerp",
                    Document.VersionOf(document.Draft),
                    await db.DocumentSections.Where(s => s.Version!.DocumentId == document.Id).ToArrayAsync(),
                    now,
                    await db.DocumentPictures.Where(p => p.Id == picture).ToArrayAsync()
                )
            );
            return document.Id;
        });
    }

    private static async Task CloseAsync(params RoundsMade[] rounds)
    {
        foreach (var round in rounds)
        {
            await round.CloseNowAsync();
        }
    }
}
