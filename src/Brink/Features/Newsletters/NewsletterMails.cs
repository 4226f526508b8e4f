using System.Text.Encodings.Web;
using System.Text.Unicode;
using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>The newsletter itself, a trial of it, and the mail that asks whether somebody wants it.</summary>
public static class NewsletterMails
{
    public static readonly TimeSpan ConfirmationLasts = TimeSpan.FromDays(7);
    private static readonly TimeSpan StopLinkLasts = TimeSpan.FromDays(180);
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<Letter?> ConfirmAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        if (!await desk.Db.NewsletterSubscriptions.AnyAsync(s => s.PersonId == desk.Person.Id, cancellation))
        {
            return null;
        }

        var secret = desk.Secret(LinkPurpose.ConfirmNewsletter, null, ConfirmationLasts);
        return new Letter(
            T["Wilt u de nieuwsbrief van Brink {0}?", desk.Tenant.Name],
            desk.Greeting(),
            [
                new Paragraph(T["U wilt de nieuwsbrief krijgen. Druk op de link, en daarna op de knop."]),
                new Button(T["Ja, ik wil de nieuwsbrief"], desk.Href(NewsletterLinks.Confirm(secret))),
                new Paragraph(T["Deze link werkt 7 dagen. Hebt u hier niet om gevraagd? Dan hoeft u niets te doen."]),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail omdat iemand dit mailadres invulde om de nieuwsbrief te krijgen."]
        );
    }

    /// <summary>Null for who stopped, rests, or chose other newsletters since it was sent.</summary>
    public static async Task<Letter?> IssueAsync(MailDesk desk, CancellationToken cancellation)
    {
        var (db, T) = (desk.Db, desk.T);
        if (
            await LoadAsync(desk, cancellation) is not { State: NewsletterState.Sent } newsletter
            || newsletter.Subject.Visibility != Visibility.Public
        )
        {
            return null;
        }

        var places = NewsletterQueries.PlacesOf(newsletter);
        var subscription = await db
            .NewsletterSubscriptions.AsNoTracking()
            .Where(s => s.PersonId == desk.Person.Id)
            .Wanting(places)
            .Select(s => new
            {
                s.Since,
                Names = s
                    .Wishes.Where(w => places.Contains(w.SubjectId))
                    .OrderBy(w => w.Subject!.Title)
                    .Select(w => w.Subject!.Title)
                    .ToArray(),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync(cancellation);
        if (subscription is null)
        {
            return null;
        }

        var content = await NewsletterContent.LoadAsync(db, T, newsletter, cancellation);
        if (!content.SaysAnything)
        {
            return null;
        }

        return new Letter(
            content.Title,
            desk.Greeting(),
            Parts(desk, newsletter, content),
            desk.Signature(),
            await desk.ContactAsync(newsletter.Id, cancellation),
            T[
                "U krijgt deze nieuwsbrief omdat u zich op {0} abonneerde op: {1}.",
                Formats.Date(DutchTime.DateOf(subscription.Since)),
                places.Length == 0 ? T["de nieuwsbrief voor de hele gemeente"] : string.Join(", ", subscription.Names)
            ],
            T["Wilt u hem niet meer, of een andere nieuwsbrief? Druk dan op deze link:"],
            desk.Href(NewsletterLinks.Stop(desk.Secret(LinkPurpose.Newsletters, null, StopLinkLasts)))
        );
    }

    /// <summary>As it is at this moment, to who makes it.</summary>
    public static async Task<Letter?> TestAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        if (await LoadAsync(desk, cancellation) is not { State: NewsletterState.Draft } newsletter)
        {
            return null;
        }

        var content = await NewsletterContent.LoadAsync(desk.Db, T, newsletter, cancellation);
        return await DraftAsync(desk, newsletter, content, T["Proef: {0}", content.Title], cancellation);
    }

    /// <summary>How a draft reads as a mail.</summary>
    public static async Task<Letter> DraftAsync(
        MailDesk desk,
        Newsletter newsletter,
        NewsletterContent content,
        string title,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        return new(
            title,
            desk.Greeting(),
            Parts(desk, newsletter, content),
            desk.Signature(),
            await desk.ContactAsync(newsletter.Id, cancellation),
            T["Dit is een proef. Onder de echte mail staat waarom iemand hem krijgt, en de link om te stoppen."]
        );
    }

    private static List<LetterPart> Parts(MailDesk desk, Newsletter newsletter, NewsletterContent content)
    {
        var T = desk.T;
        var parts = new List<LetterPart>();
        if (newsletter.IsExample)
        {
            parts.Add(new Paragraph(T["Dit is een voorbeeld: deze nieuwsbrief is nooit verstuurd."]));
        }

        AddWords(parts, desk, content.Opening);
        foreach (var block in content.Blocks)
        {
            parts.Add(block.Story is { } story ? Told(desk, story) : new Heading(block.Heading));
        }

        AddWords(parts, desk, content.Closing);
        if (newsletter.State == NewsletterState.Sent)
        {
            parts.Add(
                new Button(
                    T["Lees deze nieuwsbrief op Brink"],
                    desk.Href(NewsletterLinks.Show(newsletter.Id, newsletter.Subject.Slug))
                )
            );
        }

        return parts;
    }

    private static void AddWords(List<LetterPart> parts, MailDesk desk, string words)
    {
        if (words.Length > 0)
        {
            parts.Add(new Prose(Markdown.MailText(words, desk.Address), Markdown.MailHtml(words, desk.Address)));
        }
    }

    private static Prose Told(MailDesk desk, NewsletterStory story)
    {
        var href = desk.Href(story.Href);
        var own = story.Words.Length > 0;
        string?[] lines =
        [
            story.Title,
            own ? Markdown.MailText(story.Words, desk.Address) : null,
            story.Facts.Length > 0 ? story.Facts : null,
            href,
        ];
        return new Prose(
            string.Join('\n', lines.OfType<string>()),
            $"""<p style="margin:20px 0 4px"><a style="color:#1f4a36;font-weight:bold" href="{Encoder.Encode(
                href
            )}">{Encoder.Encode(story.Title)}</a></p>"""
                + (own ? Markdown.MailHtml(story.Words, desk.Address) : "")
                + (story.Facts.Length > 0 ? $"<p style=\"margin:4px 0\">{Encoder.Encode(story.Facts)}</p>" : "")
        );
    }

    private static Task<Newsletter?> LoadAsync(MailDesk desk, CancellationToken cancellation) =>
        desk
            .Db.Newsletters.AsNoTrackingWithIdentityResolution()
            .Whole()
            .FirstOrDefaultAsync(n => n.Id == desk.Message.SubjectId, cancellation);
}
