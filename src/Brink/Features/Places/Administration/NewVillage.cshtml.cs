using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Places.Administration;

public class NewVillageModel : VillageForm
{
    private Village? added;

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var outcome = Village.Add(Facts, await IsTakenAsync(null), Acts(), out added);
                if (outcome.Succeeded)
                {
                    Db.Villages.Add(added);
                }

                return outcome;
            },
            () => Saved(AdministrationLinks.Village(added!.Id))
        );
}
