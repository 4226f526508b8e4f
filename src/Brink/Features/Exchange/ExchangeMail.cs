using Brink.Features.Accounts;
using Brink.Features.Exchange.Experts;
using Brink.Features.Exchange.Responding;
using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>What stands in the mails about help and about those who know. Written when sent, from what is true then.</summary>
internal static class ExchangeMail
{
    /// <summary>How long somebody has to confirm.</summary>
    public static readonly TimeSpan ToConfirm = TimeSpan.FromDays(7);

    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(7);

    public static async Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        return line.Verb switch
        {
            HelpVerbs.HandedIn or HelpVerbs.ResponseHandedIn or ExpertVerbs.QuestionHandedIn => ToConfirmParts(
                desk,
                subject
            ),
            HelpVerbs.Responded or HelpVerbs.Accepted or HelpVerbs.Declined or HelpVerbs.SteppedBack =>
                await OfResponseAsync(desk, subject, line, cancellation),
            ExpertVerbs.Asked or ExpertVerbs.Answered => await OfQuestionAsync(desk, subject, line, cancellation),
            HelpVerbs.HandoverAsked =>
            [
                new Paragraph(line.Sentence),
                .. await LeadAsync(
                    desk,
                    subject.Id,
                    T["Bekijk wie een rol krijgt"],
                    ExchangeLinks.HandOver(subject.Id),
                    cancellation
                ),
            ],
            _ => null,
        };
    }

    private static LetterPart[] ToConfirmParts(MailDesk desk, NoticeSubject subject)
    {
        var T = desk.T;
        var secret = desk.Secret(LinkPurpose.ConfirmExchange, subject.Id, ToConfirm);
        return
        [
            new Paragraph(
                T["U schreef iets op Brink. Klopt dat? Druk dan op de link hieronder. Tot die tijd ziet niemand het."]
            ),
            new Button(T["Ja, dat klopt"], desk.Href(ExchangeLinks.Confirm(secret))),
            new Paragraph(
                T[
                    "De link werkt tot en met {0}. Hebt u niets geschreven? Dan hoeft u niets te doen. Niemand ziet het dan.",
                    Formats.Date(DutchTime.DateOf(desk.Now + ToConfirm).AddDays(-1))
                ]
            ),
        ];
    }

    private static async Task<IReadOnlyList<LetterPart>?> OfResponseAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var id = line.About.Number("response");
        var response = await desk
            .Db.HelpResponses.AsNoTracking()
            .Where(r => r.Id == id && r.HelpId == subject.Id)
            .Select(r => new ResponseView(
                r.Id,
                r.PersonId,
                r.Name,
                r.Message,
                r.State,
                r.At,
                r.Reply,
                r.Road,
                r.Telephone,
                r.Person!.Email,
                r.AskerRoad,
                r.AskerTelephone,
                r.DecidedBy!.Email
            ))
            .FirstOrDefaultAsync(cancellation);
        if (response is null)
        {
            return null;
        }

        var isResponder = response.PersonId == desk.Person.Id;
        var parts = new List<LetterPart>
        {
            new Paragraph(
                (line.Verb, isResponder) switch
                {
                    (HelpVerbs.Accepted, true) => T["Goed nieuws: uw hulp of vraag is aangenomen."],
                    (HelpVerbs.Accepted, false) => T["U sprak iets af met {0}.", response.Name],
                    (HelpVerbs.Declined, _) => T["U bent bedankt voor uw reactie. Deze keer wordt het iemand anders."],
                    (HelpVerbs.SteppedBack, _) => T["{0} trok de reactie in. De plaats is weer vrij.", response.Name],
                    _ => T["{0} reageerde.", response.Name],
                }
            ),
        };
        if (line.Verb == HelpVerbs.Responded && response.Message.Length > 0)
        {
            parts.Add(new Quote(response.Message));
        }
        else if (isResponder && response.Reply.Length > 0)
        {
            parts.Add(new Quote(response.Reply));
        }

        if (
            line.Verb == HelpVerbs.Accepted
            && (isResponder ? response.ReachOfAsker : response.ReachOfResponder) is { Length: > 0 } reach
        )
        {
            parts.Add(new Paragraph(T["Zo bereikt u elkaar: {0}", reach]));
        }

        if (line.Verb != HelpVerbs.Declined)
        {
            parts.AddRange(
                await LeadAsync(
                    desk,
                    subject.Id,
                    line.Verb == HelpVerbs.Responded ? T["Lees en beantwoord de reactie"] : T["Bekijk de afspraak"],
                    ExchangeLinks.Response(subject.Id, response.Id),
                    cancellation
                )
            );
        }

        return parts;
    }

    private static async Task<IReadOnlyList<LetterPart>?> OfQuestionAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var id = line.About.Number("question");
        var question = await desk
            .Db.ExpertQuestions.AsNoTracking()
            .Where(q => q.Id == id && q.ExpertId == subject.Id)
            .Select(q => new
            {
                q.Id,
                q.Name,
                q.Text,
                q.Answer,
            })
            .FirstOrDefaultAsync(cancellation);
        if (question is null)
        {
            return null;
        }

        return line.Verb == ExpertVerbs.Asked
            ?
            [
                new Paragraph(T["{0} vraagt u iets:", question.Name]),
                new Quote(question.Text),
                .. await LeadAsync(
                    desk,
                    subject.Id,
                    T["Beantwoord de vraag"],
                    ExchangeLinks.Question(question.Id),
                    cancellation
                ),
            ]
            :
            [
                new Paragraph(T["Er is antwoord op uw vraag:"]),
                new Quote(question.Text),
                new Quote(question.Answer),
                .. await LeadAsync(
                    desk,
                    subject.Id,
                    T["Bekijk het op Brink"],
                    ExchangeLinks.Question(question.Id),
                    cancellation
                ),
            ];
    }

    /// <summary>A button to the page; a resident without a second step comes in by the link itself.</summary>
    private static async Task<LetterPart[]> LeadAsync(
        MailDesk desk,
        long subjectId,
        string text,
        string page,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        if (!await ToReply.MayHoldKeyAsync(desk, cancellation))
        {
            return [new Button(text, desk.Href(page))];
        }

        var secret = desk.Secret(LinkPurpose.SignIn, subjectId, LinkLasts);
        return
        [
            new Button(text, desk.Href(AccountLinks.SignInLink(secret, page))),
            new Paragraph(
                T[
                    "Met deze link logt u in. De link werkt één keer, tot en met {0}. Stuur deze mail aan niemand door.",
                    Formats.Date(DutchTime.DateOf(desk.Now + LinkLasts).AddDays(-1))
                ]
            ),
        ];
    }
}
