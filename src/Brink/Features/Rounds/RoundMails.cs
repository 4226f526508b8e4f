using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>What stands in the mails about rounds. Written when sent, from what is true then.</summary>
internal static class RoundMails
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(7);

    /// <summary>Of one person in one answer; who said more finds the rest on the page.</summary>
    private const int MostShown = 20;

    public static async Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        switch (line.Verb)
        {
            case ReactionVerbs.Given:
                return await ReceiptAsync(desk, subject, line, cancellation);
            case AnswerVerbs.Published or AnswerVerbs.Corrected:
                return await AnswerAsync(desk, subject, line, cancellation);
            case AnswerVerbs.HandedOver:
                return
                [
                    new Paragraph(line.Sentence),
                    new Button(
                        T["Naar het antwoord"],
                        desk.Href(
                            RoundLinks.Answer(
                                subject.Id,
                                line.About.Number("round") ?? 0,
                                line.About.Number("answer") ?? 0
                            )
                        )
                    ),
                ];
            case RoundVerbs.Opened or RoundVerbs.Extended or RoundVerbs.Finished:
                return await OfRoundAsync(desk, subject, line, cancellation);
            case DocumentVerbs.Published:
                return
                [
                    new Paragraph(line.Sentence),
                    new Button(
                        T["Lees het stuk"],
                        desk.Href(RoundLinks.Document(subject.Id, line.About.Number("document") ?? 0))
                    ),
                ];
            default:
                return null;
        }
    }

    /// <summary>To an address that was only typed: the link that shows whose it is.</summary>
    public static async Task<Letter?> ConfirmAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        var title = await desk
            .Db.Subjects.Where(s => s.Id == desk.Message.SubjectId && s.Visibility == Visibility.Public)
            .Select(s => s.Title)
            .FirstOrDefaultAsync(cancellation);
        if (title is null)
        {
            return null;
        }

        var secret = desk.Secret(LinkPurpose.ConfirmReaction, desk.Message.SubjectId, LinkLasts);
        return new Letter(
            T["Uw reactie op '{0}'", title],
            desk.Greeting(),
            [
                new Paragraph(
                    T["U reageerde op '{0}'. Druk op de link. Dan telt uw reactie en krijgt u antwoord.", title]
                ),
                new Button(T["Bekijk en bevestig mijn reactie"], desk.Href(RoundLinks.Confirm(secret))),
                new Paragraph(T["Deze link werkt 7 dagen. Hebt u hier niet om gevraagd? Dan hoeft u niets te doen."]),
            ],
            desk.Signature(),
            await desk.ContactAsync(desk.Message.SubjectId, cancellation),
            T["U krijgt deze mail omdat iemand dit mailadres invulde bij een reactie op een plan."]
        );
    }

    private static async Task<IReadOnlyList<LetterPart>?> ReceiptAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var id = line.About.Number("reaction");
        var found = await desk
            .Db.Reactions.AsNoTracking()
            .Where(r => r.Id == id && r.State != ReactionState.Withdrawn)
            .Select(r => new
            {
                r.Id,
                r.RoundId,
                r.Text,
                r.Proposed,
                r.IsLate,
                r.ReceivedOn,
                r.At,
                r.Round!.AnswerBy,
                r.Round.ClosesAt,
                WasEntered = r.Contribution!.EnteredById != null,
            })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return [new Paragraph(T["Deze reactie is intussen ingetrokken."])];
        }

        return
        [
            new Paragraph(
                found.WasEntered
                    ? T[
                        "Iemand voerde deze reactie in, van u of namens uw vereniging. Het nummer is {0}.",
                        RoundWords.NumberOf(found.Id)
                    ]
                    : T["Uw reactie is ontvangen. Het nummer is {0}.", RoundWords.NumberOf(found.Id)]
            ),
            new Quote(Words(found.Text, found.Proposed)),
            .. found.ReceivedOn is { } day ? [new Paragraph(T.CameIn(found.IsLate, day))] : Array.Empty<LetterPart>(),
            .. found.IsLate
                ? new LetterPart[]
                {
                    new Paragraph(
                        T["De ronde was al gesloten. Uw reactie is bewaard. Er staat bij dat zij te laat kwam."]
                    ),
                }
            : found.At >= found.ClosesAt ? []
            : [new Paragraph(T["Tot {0} kunt u uw reactie aanpassen of intrekken.", Formats.Moment(found.ClosesAt)])],
            new Paragraph(T["De gemeente antwoordt uiterlijk {0}.", Formats.Date(found.AnswerBy)]),
            .. await ToReply.LedToAsync(
                desk,
                subject,
                RoundLinks.Reaction(subject.Id, found.RoundId, found.Id),
                T["Bekijk uw reactie"],
                cancellation
            ),
        ];
    }

    /// <summary>Each person reads the own words and what was said to this person alone, also in a group of hundreds.</summary>
    private static async Task<IReadOnlyList<LetterPart>?> AnswerAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var (db, T, me) = (desk.Db, desk.T, desk.Person.Id);
        var answer = line.About.Number("answer");
        var mine = await db
            .Reactions.AsNoTracking()
            .Where(r => r.AnswerId == answer && r.State == ReactionState.Answered)
            .Where(r =>
                (r.OrganisationId == null && r.PersonId == me)
                || db.RoleHoldings.Any(h =>
                    h.PersonId == me
                    && h.OrganisationId == r.OrganisationId
                    && Viewer.SpeakingRoles.Contains(h.Role)
                    && h.From <= desk.Today
                    && (h.To == null || h.To >= desk.Today)
                )
            )
            .OrderBy(r => r.Id)
            .Take(MostShown)
            .Select(r => new
            {
                r.Text,
                r.Proposed,
                r.OwnWords,
                r.Answer!.Verdict,
                r.Answer.Because,
                Corrected = r
                    .Answer.Corrections.Where(c => c.GivenAt != null)
                    .OrderByDescending(c => c.Number)
                    .Select(c => new
                    {
                        c.Reason,
                        c.BeforeVerdict,
                        c.BeforeBecause,
                    })
                    .FirstOrDefault(),
            })
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        if (mine.Length == 0)
        {
            return [new Paragraph(line.Sentence), new Button(T["Bekijk het op Brink"], desk.Href(subject.Href))];
        }

        return
        [
            new Paragraph(T["U schreef:"]),
            .. mine.Select(r => new Quote(Words(r.Text, r.Proposed))),
            new Paragraph(T["De gemeente antwoordt: {0}, omdat", T.NameOf(mine[0].Verdict!.Value)]),
            new Quote(Markdown.Plain(mine[0].Because)),
            .. line.Verb == AnswerVerbs.Corrected && mine[0].Corrected is { } before
                ? new LetterPart[]
                {
                    new Paragraph(T["Waarom het antwoord is verbeterd: {0}", before.Reason]),
                    new Paragraph(T["Eerst stond er: {0}, omdat", T.NameOf(before.BeforeVerdict)]),
                    new Quote(Markdown.Plain(before.BeforeBecause)),
                }
                : [],
            .. mine.Where(r => r.OwnWords.Length > 0).Select(r => new Paragraph(r.OwnWords)),
            new Button(
                T["Lees wat de gemeente met alle reacties doet"],
                desk.Href(RoundLinks.Report(subject.Id, line.About.Number("round") ?? 0))
            ),
        ];
    }

    private static async Task<IReadOnlyList<LetterPart>?> OfRoundAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var id = line.About.Number("round") ?? 0;
        var round = await desk
            .Db.Rounds.AsNoTracking()
            .Where(r => r.Id == id)
            .Select(r => new
            {
                r.Question,
                r.ClosesAt,
                Reason = r.Extensions.OrderByDescending(e => e.At).Select(e => e.Reason).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellation);
        if (round is null)
        {
            return null;
        }

        var parts = new List<LetterPart> { new Paragraph(line.Sentence) };
        if (line.Verb == RoundVerbs.Opened)
        {
            parts.Add(new Quote(Markdown.Plain(round.Question)));
            parts.Add(new Paragraph(T["De ronde sluit op {0}.", Formats.Moment(round.ClosesAt)]));
        }
        else if (line.Verb == RoundVerbs.Extended && round.Reason is { } reason)
        {
            parts.Add(new Paragraph(T["De reden: {0}", reason]));
        }

        parts.Add(
            line.Verb == RoundVerbs.Finished
                ? new Button(T["Lees het verslag"], desk.Href(RoundLinks.Report(subject.Id, id)))
                : new Button(T["Naar de ronde"], desk.Href(RoundLinks.Round(subject.Id, id)))
        );
        return parts;
    }

    private static string Words(string text, string proposed) =>
        proposed.Length == 0 ? text
        : text.Length == 0 ? proposed
        : text + "\n\n" + proposed;
}
