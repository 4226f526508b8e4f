using Brink.Features.Places;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>Tells who looks after the same thing what another changed. Never the new number or address itself.</summary>
public static class SafeguardMail
{
    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var T = desk.T;
        var change = await desk
            .Db.Journal.AsNoTracking()
            .Where(e => e.Id == desk.Message.JournalEntryId)
            .Select(e => new
            {
                e.Verb,
                e.At,
                e.PersonId,
                e.About,
            })
            .SingleAsync(cancellation);
        var facts = JournalFacts.Of(change.About);
        var who = await NameAsync(desk, change.PersonId, cancellation);
        var what = change.Verb switch
        {
            PlacesVerbs.RoleGiven => T[
                "{0} gaf {1} de rol van beheerder.",
                who,
                await NameAsync(desk, facts.Number("person"), cancellation)
            ],
            PlacesVerbs.MunicipalityChanged => T["{0} veranderde het adres van deze website.", who],
            PlacesVerbs.OrganisationChanged => T[
                "{0} veranderde het rekeningnummer van {1}.",
                who,
                await OrganisationAsync(desk, facts.Number("organisation"), cancellation)
            ],
            _ => throw new NotSupportedException(change.Verb),
        };
        return new Letter(
            T["Er is iets belangrijks veranderd in Brink"],
            desk.Greeting(),
            [
                new Paragraph(what),
                new Paragraph(T["Dat gebeurde bij Brink {0}, op {1}.", desk.Tenant.Name, Formats.Moment(change.At)]),
                new Paragraph(T["Klopt dit? Dan hoeft u niets te doen. Klopt het niet? Bel dan meteen."]),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail omdat u hier ook over gaat. Deze mail kunt u niet uitzetten."]
        );
    }

    private static async Task<string> NameAsync(MailDesk desk, long? personId, CancellationToken cancellation)
    {
        var T = desk.T;
        var name = await desk
            .Db.People.Where(p => p.Id == personId)
            .Select(p => p.Name)
            .FirstOrDefaultAsync(cancellation);
        return name is { Length: > 0 } ? name : T["Iemand"];
    }

    private static Task<string> OrganisationAsync(MailDesk desk, long? id, CancellationToken cancellation) =>
        desk.Db.Organisations.Where(o => o.Id == id).Select(o => o.Name).SingleAsync(cancellation);
}
