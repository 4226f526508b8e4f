using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Name, address and contact of the municipality.</summary>
public class MunicipalityFormModel : AdministrationPage
{
    [BindProperty]
    public string? MunicipalityName { get; set; }

    [BindProperty]
    public string? CbsCode { get; set; }

    [BindProperty]
    public string? Host { get; set; }

    [BindProperty]
    public string? ContactName { get; set; }

    [BindProperty]
    public string? ContactMail { get; set; }

    [BindProperty]
    public string? ContactTelephone { get; set; }

    public async Task OnGetAsync()
    {
        var found = await Db.Municipalities.AsNoTracking().SingleAsync(m => m.Id == Tenant.Id, Aborted);
        (MunicipalityName, CbsCode, Host) = (found.Name, found.CbsCode, found.Host);
        (ContactName, ContactMail, ContactTelephone) = (found.ContactName, found.ContactMail, found.ContactTelephone);
        Version = found.Version;
    }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var found = await Db.Municipalities.SingleAsync(m => m.Id == Tenant.Id, Aborted);
                if (Overtaken(found.Version) is { } overtaken)
                {
                    return overtaken;
                }

                var before = found.Host;
                // Without a fresh sign-in the form shows it and doesn't ask it.
                Host = Request.Form.ContainsKey(nameof(Host)) ? Host : before;
                var outcome = found.Describe(
                    new(MunicipalityName, CbsCode, Host, ContactName, ContactMail, ContactTelephone)
                );
                if (
                    outcome.Succeeded
                    && await Db.Municipalities.AnyAsync(m => m.Id != found.Id && m.Host == found.Host, Aborted)
                )
                {
                    return Outcome.Refuse(nameof(Host), "Een andere gemeente gebruikt dit adres al.");
                }

                var entry = Happened(PlacesVerbs.MunicipalityChanged);
                if (outcome.Succeeded && found.Host != before)
                {
                    if (!SignedInJustNow)
                    {
                        return Outcome.Refuse(
                            "",
                            "Log eerst opnieuw in. Daarna kunt u het adres van deze website veranderen."
                        );
                    }

                    await Db.TellAdministratorsAsync(entry, Today, Aborted);
                }

                return outcome;
            },
            () => Saved(AdministrationLinks.Index)
        );
}
