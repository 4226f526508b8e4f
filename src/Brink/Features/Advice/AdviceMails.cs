using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>The words of mails about advice. Written when sent, from what is true then.</summary>
internal static class AdviceMails
{
    public static async Task<IReadOnlyList<LetterPart>> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var parts = new List<LetterPart> { new Paragraph(line.Sentence) };
        switch (line.Verb)
        {
            case AdviceVerbs.Asked or AdviceVerbs.Reminded:
                parts.AddRange(await QuestionAsync(desk, subject, cancellation));
                break;
            case AdviceVerbs.Given:
                if (await WasEnteredAsync(desk, subject, cancellation))
                {
                    parts.Add(
                        new Paragraph(
                            T[
                                "Dit advies is ingevoerd voor een vereniging. Klopt het niet? De vereniging kan het terugnemen zolang er geen antwoord is."
                            ]
                        )
                    );
                }

                if (await OwedAsync(desk, subject, cancellation) is { } due)
                {
                    parts.Add(new Paragraph(T["De gemeente antwoordt uiterlijk {0}.", Formats.Date(due)]));
                }

                break;
            case AdviceVerbs.Answered or AdviceVerbs.AnswerCorrected:
                parts.AddRange(await AnswerAsync(desk, subject, line, cancellation));
                break;
        }

        if (subject.Visibility is Visibility.Public or Visibility.Restricted)
        {
            parts.Add(
                line.Verb == AdviceVerbs.DateProposed
                    ? new Button(T["Kies de laatste dag"], desk.Href(AdviceLinks.Settle(subject.Id)))
                    : new Button(T["Bekijk het op Brink"], desk.Href(subject.Href))
            );
        }

        return parts;
    }

    private static async Task<IEnumerable<LetterPart>> QuestionAsync(
        MailDesk desk,
        NoticeSubject subject,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var asked = await desk
            .Db.Advices.AsNoTracking()
            .Where(a => a.Id == subject.Id)
            .Select(a => new
            {
                a.Question,
                a.Due,
                a.InConfidence,
            })
            .SingleAsync(cancellation);
        return
        [
            new Quote(Markdown.Plain(asked.Question)),
            new Paragraph(
                T[
                    "Graag tot en met {0}. Nee zeggen mag altijd, zonder reden. Een andere dag vragen mag ook.",
                    Formats.Date(asked.Due ?? desk.Today)
                ]
            ),
            .. asked.InConfidence
                ? new LetterPart[]
                {
                    new Paragraph(T["Het gaat over een plan dat u in vertrouwen leest. Deel het niet."]),
                }
                : [],
        ];
    }

    private static Task<bool> WasEnteredAsync(MailDesk desk, NoticeSubject subject, CancellationToken cancellation) =>
        desk.Db.Advices.AnyAsync(a => a.Id == subject.Id && a.GivenContribution!.EnteredById != null, cancellation);

    private static Task<DateOnly?> OwedAsync(MailDesk desk, NoticeSubject subject, CancellationToken cancellation) =>
        desk
            .Db.Promises.Where(p =>
                p.SubjectId == subject.Id
                && p.Kind == Promises.PromiseKind.Answer
                && p.State == Promises.PromiseState.Open
            )
            .Select(p => (DateOnly?)p.Due)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Each point with what the municipality says to it.</summary>
    private static async Task<IEnumerable<LetterPart>> AnswerAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var number = (int)(line.About.Number("answer") ?? 1);
        var advice = await desk
            .Db.Advices.AsNoTracking()
            .Include(a => a.Points)
            .Include(a => a.Answers.Where(answer => answer.Number == number))
                .ThenInclude(answer => answer.Lines)
            .AsSplitQuery()
            .SingleAsync(a => a.Id == subject.Id, cancellation);
        if (advice.Answers.FirstOrDefault() is not { } answer)
        {
            return [];
        }

        var parts = new List<LetterPart>();
        if (answer.Reason.Length > 0)
        {
            parts.Add(new Paragraph(T["Waarom het antwoord is verbeterd: {0}", answer.Reason]));
        }

        if (answer.Text.Length > 0)
        {
            parts.Add(new Quote(Markdown.Plain(answer.Text)));
        }

        foreach (var point in advice.Points.OrderBy(p => p.Number))
        {
            parts.Add(new Heading(T["Punt {0}", point.Number]));
            parts.Add(new Paragraph(Markdown.Plain(point.Text)));
            parts.Add(
                new Quote(
                    T[
                        "{0}, omdat {1}",
                        T.NameOf(answer.VerdictOf(point.Id) ?? PointVerdict.NotTaken),
                        Markdown.Plain(answer.BecauseOf(point.Id))
                    ]
                )
            );
        }

        return parts;
    }
}
