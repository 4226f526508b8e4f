using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>
/// The way from a mailed question to its answer. A resident comes in by the link itself; whoever works for the
/// municipality or uses a second step signs in as always.
/// </summary>
public static class ToReply
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(7);

    /// <param name="askedAt">When the question was asked.</param>
    public static async Task<IReadOnlyList<LetterPart>> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        DateTimeOffset askedAt,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var question = await desk
            .Db.Questions.Where(q => q.InitiativeId == subject.Id && q.AskedAt == askedAt)
            .Select(q => (long?)q.Id)
            .FirstOrDefaultAsync(cancellation);
        if (question is not { } id)
        {
            return [new Button(T["Bekijk het op Brink"], desk.Href(subject.Href))];
        }

        return await LedToAsync(
            desk,
            subject,
            InitiativeLinks.Reply(subject.Id, id),
            T["Beantwoord de vraag"],
            cancellation
        );
    }

    /// <summary>A button to where something is answered, with the key to get in where the reader may hold one.</summary>
    /// <param name="button">What it says.</param>
    public static async Task<IReadOnlyList<LetterPart>> LedToAsync(
        MailDesk desk,
        NoticeSubject subject,
        string page,
        string button,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        if (!await MayHoldKeyAsync(desk, cancellation))
        {
            return [new Button(button, desk.Href(page))];
        }

        var secret = desk.Secret(LinkPurpose.SignIn, subject.Id, LinkLasts);
        return
        [
            new Button(button, desk.Href(AccountLinks.SignInLink(secret, page))),
            new Paragraph(
                T[
                    "Met deze link logt u in en kunt u meteen antwoorden. De link werkt één keer, tot en met {0}. Stuur deze mail aan niemand door.",
                    Formats.Date(DutchTime.DateOf(desk.Now + LinkLasts).AddDays(-1))
                ]
            ),
        ];
    }

    /// <summary>Whether a mail to this person may hold a link that signs in.</summary>
    public static async Task<bool> MayHoldKeyAsync(MailDesk desk, CancellationToken cancellation) =>
        !desk.Person.TwoFactorEnabled
        && !await desk.Db.RoleHoldings.AnyAsync(
            h =>
                h.PersonId == desk.Person.Id
                && h.Organisation!.Kind == OrganisationKind.Municipality
                && (h.To == null || h.To >= desk.Today),
            cancellation
        );
}
