using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Editing;

public class NewFacilityModel : FacilityForm
{
    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var village = await WithFacilities().SingleAsync(Aborted);
                return AtFields(village.AddFacility(Words, ActsForVillage()));
            },
            () => PlacesLinks.VillageFacilities(Id, Slug)
        );
}
