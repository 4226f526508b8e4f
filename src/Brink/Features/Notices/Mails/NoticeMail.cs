using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>One thing that happened, to somebody who must know it or who follows it.</summary>
public static class NoticeMail
{
    /// <summary>Enough to know what it is about; the rest is on the page.</summary>
    private const int MostOfAnIdea = 400;

    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var (db, T) = (desk.Db, desk.T);
        var line = (
            await db.Journal.Where(e => e.Id == desk.Message.JournalEntryId).WordedAsync(db, T, cancellation)
        ).FirstOrDefault();
        var subject = await NoticeSubject.LoadAsync(desk, cancellation);
        if (line is null || subject is null || !MayStillTell(desk, subject, line.Verb))
        {
            return null;
        }

        foreach (var news in FeatureServices.News)
        {
            if (!await news.MayStillReadAsync(desk, subject, cancellation))
            {
                return null;
            }
        }

        var isFollower = desk.Message.Kind == MailKind.FollowNotice;
        if (isFollower && !await Following.StillAsync(db, desk.Person.Id, subject.Id, cancellation))
        {
            return null;
        }

        var mayStop =
            isFollower || subject.IsInitiator || FeatureServices.News.Any(news => news.MayStop(subject, line));
        var stop = mayStop ? desk.UnsubscribeHref(subject.Id) : null;
        return new Letter(
            FeatureServices
                .News.Select(news => news.Title(desk, subject, line))
                .FirstOrDefault(title => title is not null)
                ?? Title(desk, subject, line.Verb),
            desk.Greeting(),
            await PartsAsync(desk, subject, line, cancellation),
            desk.Signature(),
            await desk.ContactAsync(subject.Id, cancellation),
            Why(desk, subject, line, isFollower),
            mayStop ? T["Wilt u hier geen mail meer over? Druk dan op deze link:"]
                : subject.Kind is SubjectKind.Help or SubjectKind.Expert
                    // This mail comes of what somebody did and not of a role.
                    ? null
                : T["Is uw rol veranderd? Bel dan even, dan passen we het aan."],
            stop
        );
    }

    /// <summary>What was public when it happened may be taken back since; what isn't confirmed goes to its confirmers only.</summary>
    private static bool MayStillTell(MailDesk desk, NoticeSubject subject, string verb) =>
        subject.Visibility == Visibility.Public
        || (
            desk.Message.Kind == MailKind.RoleNotice
            && (subject.Visibility, verb)
                is
                    (Visibility.Withdrawn, InitiativeVerbs.Withdrawn)
                    or
                    (Visibility.Unconfirmed, InitiativeVerbs.HandedIn)
        )
        || (
            desk.Message.Kind == MailKind.RoleNotice
            && FeatureServices.News.Any(news => news.MayTellUnseen(subject, verb))
        );

    private static string Title(MailDesk desk, NoticeSubject subject, string verb)
    {
        var T = desk.T;
        return verb switch
        {
            InitiativeVerbs.HandedIn => T["Wilt u een idee bevestigen voor iemand uit {0}?", subject.Village],
            InitiativeVerbs.Confirmed when !subject.IsInitiator => T[
                "Nieuw idee in {0}: {1}",
                subject.Village,
                subject.Title
            ],
            InitiativeVerbs.QuestionAsked when subject.IsInitiator => T["Een vraag aan u over '{0}'", subject.Title],
            InitiativeVerbs.QuestionAsked => T["Een vraag over '{0}'", subject.Title],
            InitiativeVerbs.QuestionReplied => T["Antwoord op de vraag over '{0}'", subject.Title],
            InitiativeVerbs.RequirementAdded => T["Wat er nodig is voor '{0}'", subject.Title],
            InitiativeVerbs.Answered => T["De gemeente antwoordt op '{0}'", subject.Title],
            InitiativeVerbs.ColleagueBroughtIn => T["Wilt u meedenken over '{0}'?", subject.Title],
            InitiativeVerbs.Withdrawn => T["Het idee '{0}' is ingetrokken", subject.Title],
            _ => T["Nieuws over '{0}'", subject.Title],
        };
    }

    private static async Task<List<LetterPart>> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var parts = new List<LetterPart>();
        if (line.Verb == InitiativeVerbs.HandedIn)
        {
            parts.Add(
                new Paragraph(
                    T["Iemand zonder mailadres leverde een idee in voor {0}: '{1}'.", subject.Village, subject.Title]
                )
            );
            parts.Add(
                new Paragraph(
                    T["Wilt u nagaan of het klopt, en het dan bevestigen? Tot die tijd ziet niemand anders het."]
                )
            );
            parts.Add(new Button(T["Bevestig het idee"], desk.Href(InitiativeLinks.Confirm(subject.Id))));
            return parts;
        }

        parts.Add(
            new Paragraph(
                subject.Village.Length > 0 && subject.Kind == SubjectKind.Initiative
                    ? T["Het gaat over '{0}' in {1}.", subject.Title, subject.Village]
                    : T["Het gaat over {0}.", subject.Title]
            )
        );
        foreach (var news in FeatureServices.News)
        {
            if (await news.PartsAsync(desk, subject, line, cancellation) is { } own)
            {
                return [.. parts, .. own];
            }
        }

        parts.Add(new Paragraph(line.Sentence));
        if (await WordsAsync(desk, subject, line, cancellation) is { Length: > 0 } words)
        {
            parts.Add(new Quote(words));
        }

        if (line.Verb == InitiativeVerbs.Confirmed)
        {
            parts.AddRange(await TermsAsync(desk, subject, cancellation));
        }

        if (subject.Visibility == Visibility.Public)
        {
            parts.AddRange(
                line.Verb switch
                {
                    InitiativeVerbs.QuestionAsked when subject.IsInitiator => await ToReply.PartsAsync(
                        desk,
                        subject,
                        line.At,
                        cancellation
                    ),
                    InitiativeVerbs.Confirmed when !subject.IsInitiator && desk.Message.Kind == MailKind.RoleNotice =>
                        await ToRolesAsync(desk, subject, cancellation),
                    _ => [new Button(T["Bekijk het op Brink"], desk.Href(subject.Href))],
                }
            );
        }

        return parts;
    }

    /// <summary>What a new idea asks of the village's contact person, or of the liaison.</summary>
    private static async Task<LetterPart[]> ToRolesAsync(
        MailDesk desk,
        NoticeSubject subject,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var mayTakeIn = await desk.Db.RoleHoldings.AnyAsync(
            h =>
                h.PersonId == desk.Person.Id
                && h.Role == Role.Liaison
                && h.From <= desk.Today
                && (h.To == null || h.To >= desk.Today),
            cancellation
        );
        return mayTakeIn
            ?
            [
                new Paragraph(T["Wilt u het idee oppakken? Dan weet de indiener dat de gemeente ermee bezig is."]),
                new Button(T["Pak het idee op"], desk.Href(InitiativeLinks.TakeIn(subject.Id))),
            ]
            :
            [
                new Paragraph(
                    T["U hoeft niets te doen. De gemeente geeft antwoord. Kent u het idee? Praat erover in het dorp."]
                ),
                new Button(T["Bekijk het op Brink"], desk.Href(subject.Href)),
            ];
    }

    /// <summary>The words themselves, where they are what the reader waits for. All of these are public.</summary>
    private static async Task<string?> WordsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var db = desk.Db;
        return line.Verb switch
        {
            InitiativeVerbs.Confirmed when !subject.IsInitiator => Markdown.Excerpt(
                await db.Initiatives.Where(i => i.Id == subject.Id).Select(i => i.What).FirstAsync(cancellation),
                MostOfAnIdea
            ),
            InitiativeVerbs.QuestionAsked => await db
                .Questions.Where(q => q.InitiativeId == subject.Id && q.AskedAt == line.At)
                .Select(q => q.Text)
                .FirstOrDefaultAsync(cancellation),
            InitiativeVerbs.QuestionReplied => await db
                .Questions.Where(q => q.InitiativeId == subject.Id && q.RepliedAt == line.At)
                .Select(q => q.Reply)
                .FirstOrDefaultAsync(cancellation),
            InitiativeVerbs.RequirementAdded => await db
                .Requirements.Where(r => r.InitiativeId == subject.Id && r.At == line.At)
                .Select(r => r.Text)
                .FirstOrDefaultAsync(cancellation),
            InitiativeVerbs.Updated => await db
                .Updates.Where(u => u.InitiativeId == subject.Id && u.At == line.At)
                .Select(u => u.Text)
                .FirstOrDefaultAsync(cancellation),
            InitiativeVerbs.Answered => await db
                .Initiatives.Where(i => i.Id == subject.Id)
                .Select(i => i.AnswerText)
                .FirstOrDefaultAsync(cancellation),
            InitiativeVerbs.ColleagueBroughtIn => await db
                .Colleagues.Where(c => c.InitiativeId == subject.Id && c.PersonId == desk.Person.Id)
                .Select(c => c.Why)
                .FirstOrDefaultAsync(cancellation),
            _ => null,
        };
    }

    private static async Task<IEnumerable<LetterPart>> TermsAsync(
        MailDesk desk,
        NoticeSubject subject,
        CancellationToken cancellation
    )
    {
        var promises = await desk
            .Db.Promises.AsNoTracking()
            .Where(p => p.SubjectId == subject.Id && p.State == PromiseState.Open)
            .OrderBy(p => p.Due)
            .Select(p => new { p.Kind, p.Due })
            .ToArrayAsync(cancellation);
        return promises
            .Select(p => desk.T.Promised(p.Kind, p.Due))
            .OfType<string>()
            .Select(sentence => new Paragraph(sentence));
    }

    private static string Why(MailDesk desk, NoticeSubject subject, JournalLine line, bool isFollower)
    {
        var T = desk.T;
        if (isFollower)
        {
            return T["U krijgt deze mail omdat u dit onderwerp, het dorp of het thema volgt."];
        }

        if (subject.IsInitiator)
        {
            return T["U krijgt deze mail omdat u dit idee hebt ingeleverd of eraan meedoet."];
        }

        if (
            FeatureServices.News.Select(news => news.Why(desk, subject, line)).FirstOrDefault(why => why is not null) is
            { } own
        )
        {
            return own;
        }

        return subject.IsColleague ? T["U krijgt deze mail omdat een collega u vroeg om mee te denken."]
            : subject.IsContact ? T["U krijgt deze mail omdat u contactpersoon bent voor {0}.", subject.Village]
            : T["U krijgt deze mail door uw rol bij een organisatie die hierbij betrokken is."];
    }
}
