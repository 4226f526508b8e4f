using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Defects;

/// <summary>What happens with a report that Brink mails to the municipality.</summary>
[AllowAnonymous]
public class BrokenReceivedModel : BrinkPage
{
    public Receipt Receipt { get; private set; } = null!;
    public string? RoadHref { get; private set; }

    public async Task OnGetAsync(long? nummer)
    {
        var template = await Db.Municipalities.Where(m => m.Id == Tenant.Id).Select(m => m.DefectAddress).SingleAsync();
        RoadHref = Municipality.FilledIn(template, "", "", "");
        Receipt = new Receipt(
            T["Uw melding is onderweg"],
            nummer?.ToString(CultureInfo.InvariantCulture),
            T["Bedankt. Brink stuurt uw melding naar het meldpunt van de gemeente."],
            [
                T[
                    "Lukt het versturen niet meteen? Dan probeert Brink het dagenlang opnieuw, en daarna ziet de beheerder het."
                ],
                T["Het meldpunt antwoordt u zelf, als u een mailadres of telefoonnummer opgaf."],
                T["Brink bewaart uw melding niet nadat hij is aangekomen."],
            ]
        );
    }
}
