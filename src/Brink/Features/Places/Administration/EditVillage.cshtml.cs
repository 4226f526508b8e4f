using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

public class EditVillageModel : VillageForm
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>As it is called now, whatever is being typed.</summary>
    public string Title { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is not { } found)
        {
            return NotFound();
        }

        (VillageName, Kind, StatedSize) = (Title, found.Kind, found.StatedSize);
        (Latitude, Longitude) = (found.Latitude, found.Longitude);
        (CbsCodes, Version) = (string.Join(", ", found.CbsCodes), found.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await ReadAsync() is null
            ? NotFound()
            : await SaveAsync(
                async () =>
                {
                    var found = await Db.Villages.Include(v => v.Subject).SingleAsync(v => v.Id == Id, Aborted);
                    // The name stands elsewhere: without this a change of the name alone would be nobody's news.
                    Db.Entry(found).Property(v => v.Kind).IsModified = true;
                    return Overtaken(found.Version) ?? found.Change(Facts, await IsTakenAsync(Id), Acts());
                },
                () => Saved(AdministrationLinks.Villages)
            );

    private async Task<Village?> ReadAsync()
    {
        var found = await Db
            .Villages.AsNoTracking()
            .Include(v => v.Subject)
            .FirstOrDefaultAsync(v => v.Id == Id, Aborted);
        (Title, Slug) = (found?.Subject?.Title ?? "", found?.Subject?.Slug ?? "");
        return found;
    }
}
