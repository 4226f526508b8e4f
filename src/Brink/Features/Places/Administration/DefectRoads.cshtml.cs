using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>The municipality's own road for what is broken (S6).</summary>
public class DefectRoadsModel : AdministrationPage
{
    [BindProperty]
    public string? DefectAddress { get; set; }

    [BindProperty]
    public string? DefectMail { get; set; }

    public async Task OnGetAsync()
    {
        var found = await Db.Municipalities.AsNoTracking().SingleAsync(m => m.Id == Tenant.Id, Aborted);
        (DefectAddress, DefectMail, Version) = (found.DefectAddress, found.DefectMail, found.Version);
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

                Happened(PlacesVerbs.MunicipalityChanged);
                return found.ReportDefectsAt(DefectAddress, DefectMail);
            },
            () => Saved(AdministrationLinks.Index)
        );
}
