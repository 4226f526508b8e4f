using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Places.Administration;

public class NewOrganisationModel : OrganisationForm
{
    private Organisation? added;

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                added = new Organisation();
                var outcome = added.Describe(Words, await IsTakenAsync(null));
                if (outcome.Succeeded)
                {
                    Db.Organisations.Add(added);
                    Happened(PlacesVerbs.OrganisationAdded, ("organisation", added.Id));
                }

                return outcome;
            },
            () => Saved(AdministrationLinks.Organisation(added!.Id))
        );
}
