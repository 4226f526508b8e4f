using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>How long what people leave is kept (P8). The nightly jobs and the public register go by it.</summary>
public class RetentionModel : AdministrationPage
{
    [BindProperty]
    public int? DaysToConfirm { get; set; }

    [BindProperty]
    public int? DaysDraftsStay { get; set; }

    [BindProperty]
    public int? DaysStrangersStay { get; set; }

    [BindProperty]
    public int? DaysMailsStay { get; set; }

    [BindProperty]
    public int? MonthsUnused { get; set; }

    [BindProperty]
    public int? DaysWarned { get; set; }

    public async Task OnGetAsync()
    {
        var found = await Db.Municipalities.AsNoTracking().SingleAsync(m => m.Id == Tenant.Id, Aborted);
        (DaysToConfirm, DaysDraftsStay) = (found.DaysToConfirm, found.DaysDraftsStay);
        (DaysStrangersStay, DaysMailsStay) = (found.DaysStrangersStay, found.DaysMailsStay);
        (MonthsUnused, DaysWarned, Version) = (found.MonthsUnused, found.DaysWarned, found.Version);
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
                return found.Keep(
                    new KeepingWords(
                        DaysToConfirm,
                        DaysDraftsStay,
                        DaysStrangersStay,
                        DaysMailsStay,
                        MonthsUnused,
                        DaysWarned
                    )
                );
            },
            () => Saved(AdministrationLinks.Index)
        );
}
