using Brink.Features.Accounts;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>Tells the owner of an account what changed about signing in, and what to do when it was somebody else.</summary>
public static class KeyChangedMail
{
    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        var change = await desk
            .Db.Journal.AsNoTracking()
            .Where(e => e.Id == desk.Message.JournalEntryId)
            .Select(e => new { e.Verb, e.At })
            .SingleAsync(cancellation);
        return new Letter(
            T["Er is iets veranderd aan hoe u inlogt"],
            desk.Greeting(),
            [
                new Paragraph(What(T, change.Verb)),
                new Paragraph(T["Dat gebeurde bij Brink {0}, op {1}.", desk.Tenant.Name, Formats.Moment(change.At)]),
                new Paragraph(T["Deed u dit zelf? Dan hoeft u niets te doen."]),
                new Paragraph(
                    T[
                        "Deed u dit niet? Log dan in, ga naar uw instellingen en kies 'Op alle apparaten uitloggen'. Bel ons daarna. Lukt inloggen niet meer? Bel ons dan meteen."
                    ]
                ),
                new Button(T["Naar uw instellingen"], desk.Href(AccountLinks.Settings)),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail omdat er iets veranderde aan uw account. Deze mail kunt u niet uitzetten."]
        );
    }

    private static string What(Texts T, string verb) =>
        verb switch
        {
            AccountVerbs.PasswordSet => T["Er is een nieuw wachtwoord gekozen voor uw account."],
            AccountVerbs.PasswordRemoved => T["Het wachtwoord van uw account is verwijderd."],
            AccountVerbs.SecondFactorOn => T[
                "De tweede stap is aangezet. Bij het inloggen vragen we voortaan ook een code."
            ],
            AccountVerbs.SecondFactorOff => T["De tweede stap bij het inloggen is uitgezet."],
            AccountVerbs.RecoveryCodesMade => T["Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer."],
            AccountVerbs.RecoveryCodeUsed => T["Er is ingelogd met een herstelcode."],
            AccountVerbs.PasskeyAdded => T["Er is een passkey toegevoegd aan uw account."],
            AccountVerbs.PasskeyRemoved => T["Er is een passkey van uw account verwijderd."],
            _ => throw new NotSupportedException(verb),
        };
}
