using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

public class EditOrganisationModel : OrganisationForm
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>As it is called now, whatever is being typed.</summary>
    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is not { } found)
        {
            return NotFound();
        }

        (Kind, OrganisationName) = (found.Kind, found.Name);
        (Mail, Telephone, Website) = (found.Mail, found.Telephone, found.Website);
        (PostalAddress, Version) = (found.PostalAddress, found.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await ReadAsync() is null
            ? NotFound()
            : await SaveAsync(
                async () =>
                {
                    var found = await Db.Organisations.SingleAsync(o => o.Id == Id, Aborted);
                    Happened(PlacesVerbs.OrganisationChanged, ("organisation", Id));
                    return Overtaken(found.Version) ?? found.Describe(Words, await IsTakenAsync(Id));
                },
                () => Saved(AdministrationLinks.Organisations)
            );

    private async Task<Organisation?> ReadAsync()
    {
        var found = await Db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == Id, Aborted);
        Title = found?.Name ?? "";
        return found;
    }
}
