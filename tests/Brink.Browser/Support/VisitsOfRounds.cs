using Brink.Features.Accounts;
using Brink.Features.Rounds;

namespace Brink.Browser.Support;

/// <summary>Documents, rounds, reactions and answers.</summary>
public static partial class Visits
{
    private const string OneRound = "/dossiers/{id:long}/rondes/{round:long}";
    private const string OneDocument = "/dossiers/{id:long}/stukken/{document:long}";

    private static IEnumerable<Visit> Rounds(AwkwardData data)
    {
        var (open, closed, done, liaison) = (data.OpenRound, data.ClosedRound, data.FinishedRound, data.Full.Liaison);
        var (dossier, round) = (open.DossierId, open.RoundId);
        yield return new("/dossiers/{id:long}/stukken", RoundLinks.All(dossier));
        yield return new("/dossiers/{id:long}/stukken", RoundLinks.All(done.DossierId), done.Officer);
        yield return new("/dossiers/{id:long}/stukken/nieuw", RoundLinks.NewDocument(dossier), open.Officer);
        yield return new(OneDocument, RoundLinks.Document(dossier, open.DocumentId));
        yield return new(OneDocument, RoundLinks.Document(done.DossierId, done.DocumentId, 1), done.Officer);
        yield return new(OneDocument + "/schrijven", RoundLinks.Write(dossier, open.DocumentId), open.Officer);
        yield return new(
            OneDocument + "/word/{file:long}",
            RoundLinks.WordCheck(dossier, open.DocumentId, data.WaitingWord),
            open.Officer
        );
        yield return new(OneDocument, RoundLinks.Document(data.FromWord.DossierId, data.FromWord.DocumentId));
        yield return new(OneDocument + "/verschillen", RoundLinks.Differences(done.DossierId, done.DocumentId));
        yield return new("/dossiers/{id:long}/rondes/nieuw", RoundLinks.NewRound(dossier), open.Officer);
        yield return new(OneRound, RoundLinks.Round(dossier, round));
        yield return new(OneRound, RoundLinks.Round(closed.DossierId, closed.RoundId), closed.Officer);
        yield return new(OneRound, RoundLinks.Round(done.DossierId, done.RoundId));
        yield return new(OneRound + "/reageren", RoundLinks.React(dossier, round));
        yield return new(OneRound + "/reageren", RoundLinks.React(dossier, round), data.Full.ContactPerson);
        yield return new(
            OneRound + "/reageren",
            RoundLinks.React(dossier, round),
            data.Initiator,
            Then: async page =>
            {
                await page.GetByText("Ik geef een reactie").ClickAsync();
                await page.GetByLabel("Uw tekst").FillAsync("Dit vind ik ervan.");
                await page.Locator("button[value=Check]").ClickAsync();
            }
        );
        yield return new(OneRound + "/reageren", RoundLinks.React(closed.DossierId, closed.RoundId), data.Initiator);
        yield return new(OneRound + "/ontvangen", RoundLinks.Received(dossier, round));
        yield return new(OneRound + "/invoeren", RoundLinks.Enter(dossier, round), liaison);
        yield return new(OneRound + "/reacties", RoundLinks.Reactions(dossier, round));
        yield return new(
            OneRound + "/reacties/{reaction:long}",
            RoundLinks.Reaction(dossier, round, data.OwnReaction.Id) + "?ontvangen=ja",
            data.Initiator
        );
        yield return new(
            OneRound + "/reacties/{reaction:long}/vertellen",
            RoundLinks.Tell(closed.DossierId, closed.RoundId, data.ToTell.Id),
            liaison
        );
        yield return new(OneRound + "/werklijst", RoundLinks.Work(closed.DossierId, closed.RoundId), closed.Officer);
        foreach (var (answer, by) in new[] { (data.AnswerDraft, closed.Officer), (data.AnswerWithReader, liaison) })
        {
            yield return new(
                OneRound + "/antwoorden/{answer:long}",
                RoundLinks.Answer(closed.DossierId, closed.RoundId, answer),
                by
            );
        }

        yield return new(OneRound + "/verlengen", RoundLinks.Extend(dossier, round), open.Officer);
        yield return new(OneRound + "/afronden", RoundLinks.Finish(closed.DossierId, closed.RoundId), closed.Officer);
        yield return new(OneRound + "/verslag", RoundLinks.Report(done.DossierId, done.RoundId));
    }

    private static async Task<IReadOnlyList<Visit>> RoundSecretsAsync(AwkwardData data) =>
        [
            new(
                "/reactie/bevestigen/{secret}",
                RoundLinks.Confirm(
                    await data.LinkAsync(LinkPurpose.ConfirmReaction, data.Initiator, data.OpenRound.DossierId)
                )
            ),
        ];
}
