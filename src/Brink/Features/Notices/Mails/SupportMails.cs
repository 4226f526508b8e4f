using Brink.Features.Accounts;
using Brink.Features.Initiatives.Support;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>The links with which somebody without an account backs an initiative or voices a concern.</summary>
public static class SupportMails
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(7);

    public static async Task<Letter?> ConfirmBackingAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        if (await TitleAsync(desk, cancellation) is not { } title)
        {
            return null;
        }

        var secret = desk.Secret(LinkPurpose.ConfirmBacking, desk.Message.SubjectId, LinkLasts);
        return await LetterAsync(
            desk,
            T["Steunt u '{0}'?", title],
            T["U wilt '{0}' steunen. Druk op de link en zeg waar u woont. Dan telt uw steun mee.", title],
            new Button(T["Ja, ik steun dit"], desk.Href(SupportLinks.ConfirmBacking(secret))),
            T["U krijgt deze mail omdat iemand dit mailadres invulde om een initiatief te steunen."],
            cancellation
        );
    }

    public static async Task<Letter?> ConfirmConcernAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        if (await TitleAsync(desk, cancellation) is not { } title)
        {
            return null;
        }

        var secret = desk.Secret(LinkPurpose.ConfirmConcern, desk.Message.SubjectId, LinkLasts);
        return await LetterAsync(
            desk,
            T["Uw zorg over '{0}'", title],
            T["U schreef een zorg over '{0}'. Druk op de link. Daarna kan iedereen hem lezen.", title],
            new Button(T["Bekijk en bevestig mijn zorg"], desk.Href(SupportLinks.ConfirmConcern(secret))),
            T["U krijgt deze mail omdat iemand dit mailadres invulde bij een zorg over een initiatief."],
            cancellation
        );
    }

    private static async Task<Letter> LetterAsync(
        MailDesk desk,
        string subject,
        string what,
        Button button,
        string why,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        return new(
            subject,
            desk.Greeting(),
            [
                new Paragraph(what),
                button,
                new Paragraph(T["Deze link werkt 7 dagen. Hebt u hier niet om gevraagd? Dan hoeft u niets te doen."]),
            ],
            desk.Signature(),
            await desk.ContactAsync(desk.Message.SubjectId, cancellation),
            why
        );
    }

    private static Task<string?> TitleAsync(MailDesk desk, CancellationToken cancellation) =>
        desk
            .Db.Subjects.Where(s => s.Id == desk.Message.SubjectId && s.Visibility == Visibility.Public)
            .Select(s => s.Title)
            .FirstOrDefaultAsync(cancellation);
}
