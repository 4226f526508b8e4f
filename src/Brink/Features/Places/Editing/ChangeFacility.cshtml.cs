using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Editing;

public class ChangeFacilityModel : FacilityForm
{
    [BindProperty(SupportsGet = true)]
    public long FacilityId { get; set; }

    public override bool IsNew => false;

    public async Task<IActionResult> OnGetAsync()
    {
        var facility = await Db
            .Facilities.AsNoTracking()
            .FirstOrDefaultAsync(f => f.VillageId == Id && f.Id == FacilityId, Aborted);
        if (facility is null)
        {
            return NotFound();
        }

        (Kind, FacilityName, State, Since, Note) = (
            facility.Kind,
            facility.Name,
            facility.State,
            facility.Since,
            facility.Note
        );
        Version = await Db.Subjects.Where(s => s.Id == Id).Select(s => s.Version).SingleAsync(Aborted);
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var village = await WithFacilities().SingleAsync(Aborted);
                return Overtaken(village.Subject!.Version)
                    ?? AtFields(village.ChangeFacility(FacilityId, Words, ActsForVillage()));
            },
            () => PlacesLinks.VillageFacilities(Id, Slug)
        );

    public Task<IActionResult> OnPostRemoveAsync()
    {
        ModelState.Clear();
        return SaveAsync(
            async () => (await WithFacilities().SingleAsync(Aborted)).RemoveFacility(FacilityId, ActsForVillage()),
            () => PlacesLinks.VillageFacilities(Id, Slug)
        );
    }
}
