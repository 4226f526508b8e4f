using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>The receipt on the screen: what happens next and by when, and whom to call.</summary>
[AllowAnonymous]
public class ReceivedModel(ReceiptAddress receipts) : BrinkPage
{
    public Receipt Receipt { get; private set; } = null!;

    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];

    public string? ShowAddress { get; private set; }

    public string? Provenance { get; private set; }

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token)
    {
        Response.Headers.CacheControl = "no-store";
        if (receipts.Read(token) is not { } id)
        {
            return NotFound();
        }

        var idea = await Db
            .Initiatives.Where(i => i.Id == id)
            .Select(i => new
            {
                i.Subject.Title,
                i.Subject.Slug,
                i.Subject.Visibility,
                i.Subject.CreatedAt,
                i.Intake,
                i.VillageId,
                HasMail = i.Contribution!.ByPerson!.Email != null,
                i.Contribution.Channel,
                Helper = i.Contribution.EnteredFor!.Name,
                Terms = i.Subject.Promises.Select(p => new { p.Kind, p.Due }).ToArray(),
            })
            .FirstOrDefaultAsync();
        if (idea is null || idea.Intake == IntakeState.Withdrawn)
        {
            return NotFound();
        }

        var service = await ServiceTermsOf.VillageAsync(Db, idea.VillageId, Today);
        DateOnly Due(PromiseKind kind, DateOnly otherwise) =>
            idea.Terms.Where(p => p.Kind == kind).Select(p => (DateOnly?)p.Due).FirstOrDefault() ?? otherwise;
        var goes = Formats.Date(DutchTime.DateOf(idea.CreatedAt + Tenant.Info.Terms.ToConfirm));
        var isPublic = idea.Visibility == Visibility.Public;
        var (takeIn, answer) = (
            Formats.DateWithDay(Due(PromiseKind.TakeIn, service.TakeInBy)),
            Formats.DateWithDay(Due(PromiseKind.Answer, service.AnswerBy))
        );
        Title = idea.Title;
        ShowAddress = isPublic ? InitiativeLinks.Show(id, idea.Slug) : null;
        Provenance = T.EnteredBy(idea.Helper, idea.Channel);
        Contacts = await Db.ContactsAsync(T, idea.VillageId, Today, HttpContext.RequestAborted);
        Receipt = new Receipt(
            isPublic ? T["Uw idee staat online"]
                : idea.HasMail ? T["Bijna klaar: kijk in uw mail"]
                : T["Uw idee is ontvangen"],
            id.ToString(CultureInfo.InvariantCulture),
            isPublic ? T["Bedankt. Iedereen kan '{0}' nu lezen en volgen.", idea.Title]
                : idea.HasMail
                    ? T[
                        "'{0}' is ontvangen. We stuurden een mail naar het adres dat u opgaf. Druk op de link daarin, dan staat uw idee online.",
                        idea.Title
                    ]
                : T[
                    "'{0}' is ontvangen. We bellen u om te horen of het klopt. Daarna staat uw idee online.",
                    idea.Title
                ],
            isPublic
                ?
                [
                    T["De gemeente pakt uw idee op, uiterlijk {0}.", takeIn],
                    T[
                        "De gemeente antwoordt uiterlijk {0}: ja, ja mits, of nee want. Iedereen kan dat antwoord lezen.",
                        answer
                    ],
                ]
                :
                [
                    idea.HasMail
                        ? T[
                            "U bevestigt uw idee met de link in de mail. Geen mail gekregen? Kijk bij ongewenste mail, of bel uw contactpersoon."
                        ]
                        : T["De contactpersoon van uw dorp of de gemeente belt u en bevestigt het idee voor u."],
                    T["Gebeurt dat vandaag, dan pakt de gemeente het op uiterlijk {0}.", takeIn],
                    T["De gemeente antwoordt dan uiterlijk {0}: ja, ja mits, of nee want.", answer],
                    idea.HasMail
                        ? T["Is het op {0} niet bevestigd? Dan halen we uw naam, mailadres, foto's en tekst weg.", goes]
                        : T[
                            "Is het op {0} niet bevestigd? Dan halen we uw naam, telefoonnummer, foto's en tekst weg. Bel dus gerust zelf.",
                            goes
                        ],
                ]
        );
        return Page();
    }
}
