using Brink.Features.Accounts;
using Brink.Features.Rounds;
using Brink.Tests.Features.Rounds;

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
        await FinishedRound.ReplaceAsync(
            LongDocument.Replace("Er komen bomen", "Er komen veel bomen", StringComparison.Ordinal)
        );
    }

    private static async Task CloseAsync(params RoundsMade[] rounds)
    {
        foreach (var round in rounds)
        {
            await round.CloseNowAsync();
        }
    }
}
