using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>What is told of newsletters: only that one was sent. Its readers get it by mail, and nobody hears of it besides.</summary>
public sealed class NewsletterNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            NewsletterVerbs.Begun => T["{0} begon een nieuwsbrief.", who],
            NewsletterVerbs.Written => T["{0} schreef aan een nieuwsbrief.", who],
            NewsletterVerbs.Chosen => T["{0} koos wat er in een nieuwsbrief komt.", who],
            NewsletterVerbs.Arranged => T["{0} paste een nieuwsbrief aan.", who],
            NewsletterVerbs.ThrownAway => T["{0} gooide een nieuwsbrief weg.", who],
            NewsletterVerbs.Sent => T["{0} verstuurde de nieuwsbrief.", who],
            NewsletterVerbs.Rested => T.Count(
                (int)(about.Number("count") ?? 0),
                "1 abonnement op de nieuwsbrief staat in rust: de mail kwam niet aan.",
                "{0} abonnementen op de nieuwsbrief staan in rust: de mail kwam niet aan."
            ),
            _ => null,
        };

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        foreach (var line in outgoing.With(NewsletterVerbs.Sent))
        {
            await NewsletterMailing.OrderAsync(outgoing.Db, line.SubjectId!.Value, outgoing.Now, cancellation);
        }
    }

    public override async Task<Letter?> LetterAsync(MailDesk desk, CancellationToken cancellation) =>
        desk.Message.Kind switch
        {
            MailKind.ConfirmNewsletter => await NewsletterMails.ConfirmAsync(desk, cancellation),
            MailKind.Newsletter => await NewsletterMails.IssueAsync(desk, cancellation),
            MailKind.NewsletterTest => await NewsletterMails.TestAsync(desk, cancellation),
            _ => null,
        };

    /// <summary>Drafts that the viewer began.</summary>
    public override async Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk)
    {
        if (desk.Viewer.MakesNewslettersFor() is not { } organisation)
        {
            return [];
        }

        var (T, me) = (desk.T, desk.Viewer.PersonId);
        var drafts = await desk
            .Db.Newsletters.AsNoTracking()
            .Where(n => n.State == NewsletterState.Draft && n.MakerId == me && n.OrganisationId == organisation)
            .OrderBy(n => n.Subject.ChangedAt)
            .Take(desk.Most)
            .Select(n => new
            {
                n.Id,
                n.Subject.Title,
                n.Subject.ChangedAt,
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. drafts.Select(draft => new Waiting(
                draft.ChangedAt,
                new ListRow(
                    T["Nieuwsbrief in de maak: '{0}'", draft.Title],
                    NewsletterLinks.Make(draft.Id),
                    When: T["gewijzigd op {0}", Formats.Date(DutchTime.DateOf(draft.ChangedAt))]
                )
            )),
        ];
    }

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer)
    {
        if (viewer.MakesNewslettersFor() is not null)
        {
            yield return new Crumb(T["Nieuwsbrieven maken en versturen"], NewsletterLinks.Work);
        }
    }
}
