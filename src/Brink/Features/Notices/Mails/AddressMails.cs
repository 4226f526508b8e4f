using Brink.Features.Accounts;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>To the address somebody wants, and to the one that was left.</summary>
public static class AddressMails
{
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(2);

    public static async Task<Letter?> ConfirmAsync(MailDesk desk, CancellationToken cancellation)
    {
        // Meanwhile another address may have been typed, or this one confirmed.
        if (desk.Person.NewEmail is null || desk.Person.NewEmail != desk.Message.ToAddress)
        {
            return null;
        }

        var T = desk.T;
        var secret = desk.Secret(LinkPurpose.ConfirmAddress, null, LinkLasts);
        return new Letter(
            T["Bevestig uw nieuwe mailadres"],
            desk.Greeting(),
            [
                new Paragraph(T["U wilt dit mailadres gebruiken bij Brink {0}. Druk op de link.", desk.Tenant.Name]),
                new Button(T["Ja, dit is mijn mailadres"], desk.Href(AccountLinks.ConfirmAddress(secret))),
                new Paragraph(
                    T[
                        "Deze link werkt 2 dagen en één keer. Tot u drukt, blijft uw oude adres gelden. Hebt u hier niet om gevraagd? Dan hoeft u niets te doen."
                    ]
                ),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail omdat iemand dit mailadres invulde bij zijn gegevens."]
        );
    }

    public static async Task<Letter?> LeftAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        var at = await desk
            .Db.Journal.AsNoTracking()
            .Where(e => e.Id == desk.Message.JournalEntryId)
            .Select(e => e.At)
            .SingleAsync(cancellation);
        return new Letter(
            T["Uw mailadres bij Brink is veranderd"],
            desk.Greeting(),
            [
                new Paragraph(
                    T[
                        "Op {1} veranderde uw mailadres bij Brink {0}. Met dit oude adres kunt u niet meer inloggen.",
                        desk.Tenant.Name,
                        Formats.Moment(at)
                    ]
                ),
                new Paragraph(T["Deed u dit zelf? Dan hoeft u niets te doen. Deed u dit niet? Bel ons dan meteen."]),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail omdat dit tot nu toe uw mailadres was. Dit is de laatste mail naar dit adres."]
        );
    }
}
