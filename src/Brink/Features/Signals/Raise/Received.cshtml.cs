using System.Globalization;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Raise;

/// <summary>The receipt on the screen: what happens next and by when, and whom to call.</summary>
[AllowAnonymous]
public class ReceivedModel(ReceiptAddress receipts) : BrinkPage
{
    public Receipt Receipt { get; private set; } = null!;
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];
    public string? ShowAddress { get; private set; }
    public string? Provenance { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (receipts.Read(token) is not { } id)
        {
            return NotFound();
        }

        var signal = await Db
            .Signals.AsNoTracking()
            .Where(s => s.Id == id && s.State != SignalState.Withdrawn)
            .Select(s => new
            {
                s.Subject.Title,
                s.Subject.Slug,
                s.Subject.Visibility,
                s.VillageId,
                HasMail = s.Contribution!.ByPerson!.Email != null,
                s.Contribution.Channel,
                Helper = s.Contribution.EnteredFor!.Name,
                TakeInBy = s
                    .Subject.Promises.Where(p => p.Kind == PromiseKind.TakeIn)
                    .Select(p => (DateOnly?)p.Due)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellation);
        if (signal is null)
        {
            return NotFound();
        }

        var terms = await ServiceTermsOf.VillageAsync(Db, signal.VillageId, Today, cancellation);
        var takeIn = Formats.DateWithDay(signal.TakeInBy ?? terms.TakeInBy);
        var isPublic = signal.Visibility == Visibility.Public;
        ShowAddress = isPublic ? SignalLinks.Show(id, signal.Slug) : null;
        Provenance = T.EnteredBy(signal.Helper, signal.Channel);
        Contacts = await Db.ContactsAsync(T, signal.VillageId, Today, cancellation);
        Receipt = new Receipt(
            isPublic ? T["Uw signaal staat online"]
                : signal.HasMail ? T["Bijna klaar: kijk in uw mail"]
                : T["Uw signaal is ontvangen"],
            id.ToString(CultureInfo.InvariantCulture),
            isPublic ? T["Bedankt. Iedereen kan '{0}' nu lezen en volgen.", signal.Title]
                : signal.HasMail
                    ? T[
                        "'{0}' is ontvangen. We stuurden een mail naar het adres dat u opgaf. Druk op de link daarin, dan staat uw signaal online.",
                        signal.Title
                    ]
                : T[
                    "'{0}' is ontvangen. We bellen u om te horen of het klopt. Daarna staat uw signaal online.",
                    signal.Title
                ],
            [
                isPublic
                    ? T["De gemeente bekijkt uw signaal, uiterlijk {0}.", takeIn]
                    : T["Bevestigt u het vandaag, dan bekijkt de gemeente het uiterlijk {0}.", takeIn],
                T["Dan hoort u ook wanneer er antwoord komt. Iedereen kan die datum en het antwoord lezen."],
            ]
        );
        return Page();
    }
}
