using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>Proof that an idea was handed in, what happens next and when, and the link to confirm it.</summary>
public static class ReceiptMail
{
    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var idea = await desk
            .Db.Initiatives.AsNoTracking()
            .Where(i => i.Id == desk.Message.SubjectId)
            .Select(i => new
            {
                i.Id,
                i.Subject.Title,
                i.Subject.Slug,
                Village = i.Village!.Subject!.Title,
                i.Intake,
                EnteredFor = i.Contribution!.EnteredFor!.Name,
                TakeInBy = i
                    .Subject.Promises.Where(p => p.Kind == PromiseKind.TakeIn)
                    .Select(p => (DateOnly?)p.Due)
                    .FirstOrDefault(),
                AnswerBy = i
                    .Subject.Promises.Where(p => p.Kind == PromiseKind.Answer)
                    .Select(p => (DateOnly?)p.Due)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellation);
        if (idea is null || idea.Intake == IntakeState.Withdrawn)
        {
            return null;
        }

        var T = desk.T;
        var terms = await desk
            .Db.Municipalities.Where(m => m.Id == desk.Tenant.Id)
            .Select(m => new { m.TakeInTerm, m.AnswerTerm })
            .SingleAsync(cancellation);
        var waits = idea.Intake == IntakeState.AwaitingConfirmation;
        var takeInBy = Formats.Date(idea.TakeInBy ?? WorkingDays.Add(desk.Today, terms.TakeInTerm));
        var answerBy = Formats.Date(idea.AnswerBy ?? WorkingDays.Add(desk.Today, terms.AnswerTerm));
        var parts = new List<LetterPart>
        {
            new Paragraph(
                idea.EnteredFor is { } helper
                    ? T["{0} leverde voor u een idee in: '{1}', voor {2}.", helper, idea.Title, idea.Village]
                    : T["Dank u wel. Uw idee '{0}' voor {1} is ontvangen.", idea.Title, idea.Village]
            ),
        };
        if (waits)
        {
            var secret = desk.Secret(LinkPurpose.ConfirmHandIn, idea.Id, desk.ToConfirm);
            parts.Add(
                new Paragraph(T["Klopt dit? Druk dan op de link hieronder. Pas daarna kan iedereen uw idee lezen."])
            );
            parts.Add(new Button(T["Ja, dit is mijn idee"], desk.Href(NoticeLinks.ConfirmHandIn(secret))));
            parts.Add(
                new Paragraph(
                    T[
                        "De link werkt tot en met {0}. Hebt u geen idee ingeleverd? Dan hoeft u niets te doen. Niemand ziet het dan.",
                        Formats.Date(DutchTime.DateOf(desk.Now + desk.ToConfirm).AddDays(-1))
                    ]
                )
            );
            parts.Add(
                new Paragraph(
                    T["Bevestigt u niet? Dan halen we daarna uw naam, uw mailadres, uw foto's en uw tekst weg."]
                )
            );
            parts.Add(new Heading(T["Wat er daarna gebeurt"]));
            parts.Add(
                new Items(
                    [
                        new(
                            T[
                                "Uw idee staat op Brink. De contactpersoon van uw dorp en die van de gemeente krijgen bericht."
                            ]
                        ),
                        new(T["Bevestigt u vandaag? Dan pakt de gemeente uw idee uiterlijk {0} op.", takeInBy]),
                        new(T["De gemeente geeft u uiterlijk {0} antwoord.", answerBy]),
                    ],
                    Numbered: true
                )
            );
        }
        else
        {
            parts.Add(new Button(T["Bekijk uw idee"], desk.Href(InitiativeLinks.Show(idea.Id, idea.Slug))));
            parts.Add(new Heading(T["Wat er nu gebeurt"]));
            parts.Add(
                new Items(
                    [
                        new(T["De contactpersoon van uw dorp en die van de gemeente krijgen bericht."]),
                        new(T["De gemeente pakt uw idee uiterlijk {0} op.", takeInBy]),
                        new(T["De gemeente geeft u uiterlijk {0} antwoord.", answerBy]),
                    ],
                    Numbered: true
                )
            );
        }

        return new Letter(
            waits ? T["Wilt u uw idee bevestigen? '{0}'", idea.Title] : T["Uw idee is ontvangen: '{0}'", idea.Title],
            desk.Greeting(),
            parts,
            desk.Signature(),
            await desk.ContactAsync(idea.Id, cancellation),
            T["U krijgt deze mail omdat dit mailadres bij een idee is ingevuld."]
        );
    }
}
