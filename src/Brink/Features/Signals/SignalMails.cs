using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>The words of mails about signals.</summary>
internal static class SignalMails
{
    /// <summary>Enough to know what it is about; the rest is on the page.</summary>
    private const int MostOfASignal = 400;

    /// <summary>Proof that a signal came in, what happens next and when, and the link to confirm it.</summary>
    public static async Task<Letter?> ReceiptAsync(MailDesk desk, CancellationToken cancellation)
    {
        var signal = await desk
            .Db.Signals.AsNoTracking()
            .Where(s => s.Id == desk.Message.SubjectId && s.State != SignalState.Withdrawn)
            .Select(s => new
            {
                s.Id,
                s.Subject.Title,
                s.Subject.Slug,
                s.State,
                Village = s.Village!.Subject!.Title,
                Helper = s.Contribution!.EnteredFor!.Name,
                TakeInBy = s
                    .Subject.Promises.Where(p => p.Kind == PromiseKind.TakeIn)
                    .Select(p => (DateOnly?)p.Due)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellation);
        if (signal is null || desk.Message.Kind != MailKind.Receipt)
        {
            return null;
        }

        var T = desk.T;
        var term = await desk
            .Db.Municipalities.Where(m => m.Id == desk.Tenant.Id)
            .Select(m => m.TakeInTerm)
            .SingleAsync(cancellation);
        var takeInBy = Formats.Date(signal.TakeInBy ?? WorkingDays.Add(desk.Today, term));
        var waits = signal.State == SignalState.AwaitingConfirmation;
        var parts = new List<LetterPart>
        {
            new Paragraph(
                signal.Helper is { } helper
                    ? T["{0} vertelde voor u wat er speelt: '{1}', in {2}.", helper, signal.Title, signal.Village]
                    : T["Dank u wel. Uw signaal '{0}' uit {1} is ontvangen.", signal.Title, signal.Village]
            ),
        };
        if (waits)
        {
            var secret = desk.Secret(LinkPurpose.ConfirmHandIn, signal.Id, desk.ToConfirm);
            parts.Add(
                new Paragraph(T["Klopt dit? Druk dan op de link hieronder. Pas daarna kan iedereen uw signaal lezen."])
            );
            parts.Add(new Button(T["Ja, dit is mijn signaal"], desk.Href(SignalLinks.ConfirmHandIn(secret))));
            parts.Add(
                new Paragraph(
                    T[
                        "De link werkt tot en met {0}. Bevestigt u niet? Dan halen we daarna uw naam, uw mailadres, uw foto's en uw tekst weg.",
                        Formats.Date(DutchTime.DateOf(desk.Now + desk.ToConfirm).AddDays(-1))
                    ]
                )
            );
            parts.Add(
                new Paragraph(T["Bevestigt u vandaag? Dan bekijkt de gemeente uw signaal uiterlijk {0}.", takeInBy])
            );
        }
        else
        {
            parts.Add(new Button(T["Bekijk uw signaal"], desk.Href(SignalLinks.Show(signal.Id, signal.Slug))));
            parts.Add(new Paragraph(T["De gemeente bekijkt uw signaal uiterlijk {0}.", takeInBy]));
        }

        parts.Add(new Paragraph(T["Daarna krijgt u een mail met de datum waarop er antwoord komt."]));
        return new Letter(
            waits
                ? T["Wilt u uw signaal bevestigen? '{0}'", signal.Title]
                : T["Uw signaal is ontvangen: '{0}'", signal.Title],
            desk.Greeting(),
            parts,
            desk.Signature(),
            await desk.ContactAsync(signal.Id, cancellation),
            T["U krijgt deze mail omdat dit mailadres bij een signaal is ingevuld."]
        );
    }

    /// <summary>Null for the usual words: the sentence and a button.</summary>
    public static async Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var isRole = desk.Message.Kind == MailKind.RoleNotice;
        var show = new Button(T["Bekijk het op Brink"], desk.Href(subject.Href));
        return line.Verb switch
        {
            SignalVerbs.Raised =>
            [
                new Paragraph(
                    T["Iemand zonder mailadres vertelde wat er speelt in {0}: '{1}'.", subject.Village, subject.Title]
                ),
                new Paragraph(
                    T["Wilt u nagaan of het klopt, en het dan bevestigen? Tot die tijd ziet niemand anders het."]
                ),
                new Button(T["Bevestig het signaal"], desk.Href(SignalLinks.Confirm(subject.Id))),
            ],
            SignalVerbs.Confirmed or SignalVerbs.SplitOff =>
            [
                new Paragraph(line.Sentence),
                new Quote(await TextAsync(desk, subject.Id, cancellation)),
                isRole && await IsLiaisonAsync(desk, cancellation)
                    ? new Button(
                        T["Bekijk het en geef een datum voor het antwoord"],
                        desk.Href(SignalLinks.Triage(subject.Id))
                    )
                    : show,
            ],
            SignalVerbs.Forwarded =>
            [
                new Paragraph(
                    isRole
                        ? T[
                            "De gemeente vraagt u om hiernaar te kijken. De gemeente blijft antwoord geven, tenzij u dat overneemt."
                        ]
                        : line.Sentence
                ),
                .. isRole && await NoteAsync(desk, line, cancellation) is { Length: > 0 } note
                    ? new LetterPart[] { new Quote(note) }
                    : [],
                show,
            ],
            SignalVerbs.Answered =>
            [
                new Paragraph(line.Sentence),
                new Quote(
                    await desk
                        .Db.Signals.Where(s => s.Id == subject.Id)
                        .Select(s => s.AnswerText)
                        .FirstAsync(cancellation)
                ),
                show,
            ],
            SignalVerbs.Merged => await MergedAsync(desk, subject, line, cancellation),
            _ => null,
        };
    }

    private static async Task<IReadOnlyList<LetterPart>?> MergedAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var into = await desk
            .Db.Signals.Where(s => s.Id == subject.Id && s.MergedInto!.Subject.Visibility == Visibility.Public)
            .Select(s => new SignalLink(s.MergedInto!.Id, s.MergedInto.Subject.Title, s.MergedInto.Subject.Slug))
            .FirstOrDefaultAsync(cancellation);
        return into is null
            ? null
            :
            [
                new Paragraph(line.Sentence),
                new Paragraph(
                    desk.T[
                        "Meer mensen vertelden hetzelfde. Voortaan krijgt u bericht over '{0}'. Daar komt ook het antwoord.",
                        into.Title
                    ]
                ),
                new Button(desk.T["Bekijk het op Brink"], desk.Href(into.Href)),
            ];
    }

    private static async Task<string> TextAsync(MailDesk desk, long id, CancellationToken cancellation) =>
        Markdown.Excerpt(
            await desk.Db.Signals.Where(s => s.Id == id).Select(s => s.Text).FirstAsync(cancellation),
            MostOfASignal
        );

    private static Task<string?> NoteAsync(MailDesk desk, JournalLine line, CancellationToken cancellation)
    {
        var (person, organisation) = (line.About.Number("person"), line.About.Number("organisation"));
        return desk
            .Db.SignalForwards.Where(f => f.SignalId == line.SubjectId)
            .Where(f => f.PersonId == person && f.OrganisationId == organisation)
            .Select(f => f.Note)
            .FirstOrDefaultAsync(cancellation);
    }

    private static Task<bool> IsLiaisonAsync(MailDesk desk, CancellationToken cancellation) =>
        desk.Db.RoleHoldings.AnyAsync(
            h =>
                h.PersonId == desk.Person.Id
                && h.Role == Role.Liaison
                && h.From <= desk.Today
                && (h.To == null || h.To >= desk.Today),
            cancellation
        );
}
