using Brink.Features.Accounts;
using Brink.Platform.Localisation;

namespace Brink.Features.Notices.Mails;

/// <summary>Warns that an account nobody uses will go, and on which day. One press keeps it.</summary>
public static class EraseAnnouncedMail
{
    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        // Who came back meanwhile needs no warning.
        if (desk.Person.EraseAnnouncedAt is not { } announced)
        {
            return null;
        }

        var T = desk.T;
        var goes = DutchTime.DateOf(announced.AddDays(desk.Tenant.Terms.DaysWarned));
        var secret = desk.Secret(LinkPurpose.KeepAccount, null, TimeSpan.FromDays(desk.Tenant.Terms.DaysWarned + 2));
        return new Letter(
            T["Wilt u uw account bij Brink houden?"],
            desk.Greeting(),
            [
                new Paragraph(
                    T[
                        "U bent al lang niet bij Brink {0} geweest. Na {1} verwijderen wij daarom uw naam, mailadres en telefoonnummer.",
                        desk.Tenant.Name,
                        Formats.DateWithDay(goes)
                    ]
                ),
                new Paragraph(T["Wilt u uw account houden? Druk dan op deze link, of log in."]),
                new Button(T["Ik wil mijn account houden"], desk.Href(AccountLinks.KeepAccount(secret))),
                new Paragraph(
                    T[
                        "Hoeft het niet meer? Dan hoeft u niets te doen. Wat u openbaar inbracht, blijft staan zonder uw naam. Hebt u nog een open initiatief? Dan gaat het over naar de vereniging van het dorp."
                    ]
                ),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail één keer, omdat wij gegevens niet langer bewaren dan nodig."]
        );
    }
}
