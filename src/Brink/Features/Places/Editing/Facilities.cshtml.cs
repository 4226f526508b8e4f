using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Editing;

/// <summary>What a village has, to change one by one.</summary>
public class FacilitiesModel() : VillageEditPage(VillageAct.EditFacilities)
{
    public IReadOnlyList<Facility> Facilities { get; private set; } = [];

    public async Task OnGetAsync() =>
        Facilities = await Db
            .Facilities.AsNoTracking()
            .Where(f => f.VillageId == Id)
            .OrderBy(f => f.Id)
            .ToArrayAsync(Aborted);
}
