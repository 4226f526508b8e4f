using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>Mails that hold a key: to sign in, to begin, to confirm that one follows.</summary>
public static class AccessMails
{
    private static readonly TimeSpan SignInLasts = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(14);
    private static readonly TimeSpan ConfirmationLasts = TimeSpan.FromDays(7);

    public static async Task<Letter?> SignInAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        var secret = desk.Secret(LinkPurpose.SignIn, null, SignInLasts);
        return new Letter(
            T["Uw link om in te loggen bij Brink"],
            desk.Greeting(),
            [
                new Paragraph(T["U wilt inloggen bij Brink {0}. Druk daarvoor op deze link.", desk.Tenant.Name]),
                new Button(T["Inloggen bij Brink"], desk.Href(NoticeLinks.SignIn(secret))),
                new Paragraph(T["De link werkt 30 minuten en één keer. Is hij verlopen? Vraag dan een nieuwe aan."]),
                new Paragraph(
                    T["Hebt u hier niet om gevraagd? Dan hoeft u niets te doen. Stuur deze mail aan niemand door."]
                ),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail omdat iemand met dit mailadres wilde inloggen."]
        );
    }

    public static async Task<Letter?> InvitationAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        var holding = desk.Message.RoleHoldingId;
        var given = await desk
            .Db.RoleHoldings.AsNoTracking()
            .Where(h => h.Id == holding && h.PersonId == desk.Person.Id && (h.To == null || h.To >= desk.Today))
            .Select(h => new { h.Role, h.Organisation!.Name })
            .FirstOrDefaultAsync(cancellation);
        if (given is null)
        {
            return null;
        }

        var secret = desk.Secret(LinkPurpose.Invitation, null, InvitationLasts);
        return new Letter(
            T["Welkom bij Brink {0}", desk.Tenant.Name],
            desk.Greeting(),
            [
                new Paragraph(
                    T[
                        "U hebt een rol gekregen in Brink: {0} bij {1}.",
                        T.NameOf(given.Role).ToLower(CultureInfo.CurrentCulture),
                        given.Name
                    ]
                ),
                new Paragraph(T["Brink is de plek waar dorpen en gemeente {0} samen plannen maken.", desk.Tenant.Name]),
                new Button(T["Inloggen bij Brink"], desk.Href(NoticeLinks.SignIn(secret))),
                new Paragraph(
                    T[
                        "Deze link werkt één keer, tot en met {0}. Daarna logt u in met uw mailadres.",
                        Formats.Date(DutchTime.DateOf(desk.Now + InvitationLasts).AddDays(-1))
                    ]
                ),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail omdat de beheerder u een rol gaf. Klopt dat niet? Bel dan even."]
        );
    }

    public static async Task<Letter?> ConfirmFollowAsync(MailDesk desk, CancellationToken cancellation)
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

        var secret = desk.Secret(LinkPurpose.ConfirmFollow, desk.Message.SubjectId, ConfirmationLasts);
        return new Letter(
            T["Wilt u '{0}' volgen?", title],
            desk.Greeting(),
            [
                new Paragraph(
                    T[
                        "U wilt bericht krijgen over '{0}'. Druk op de link. Daarna kiest u hoe vaak u bericht wilt.",
                        title
                    ]
                ),
                new Button(T["Ja, ik wil dit volgen"], desk.Href(NoticeLinks.ConfirmFollow(secret))),
                new Paragraph(T["Deze link werkt 7 dagen. Hebt u hier niet om gevraagd? Dan hoeft u niets te doen."]),
            ],
            desk.Signature(),
            await desk.ContactAsync(desk.Message.SubjectId, cancellation),
            T["U krijgt deze mail omdat iemand dit mailadres invulde om iets te volgen."]
        );
    }
}
