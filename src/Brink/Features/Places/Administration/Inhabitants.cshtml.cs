using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Inhabitants per year, each with its source (P2).</summary>
public class InhabitantsModel : AdministrationPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public int? Number { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public string Title { get; private set; } = "";
    public IReadOnlyList<VillageInhabitants> Figures { get; private set; } = [];

    /// <summary>What somebody wants to take away, and is asked about once more.</summary>
    public VillageInhabitants? Unwanted { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await ReadAsync();
        Unwanted = Figures.FirstOrDefault(i => i.Year == TypedNumber.Whole(Request.Query["haalweg"].ToString()));
        return found ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostAsync() =>
        ActAsync(
            village => village.RecordInhabitants(Year, Number, Source, Acts()),
            Saved(AdministrationLinks.Inhabitants(Id))
        );

    public Task<IActionResult> OnPostForgetAsync(int forget)
    {
        ModelState.Clear();
        return ActAsync(
            village => village.ForgetInhabitants(forget, Acts()),
            Removed(AdministrationLinks.Inhabitants(Id))
        );
    }

    private async Task<IActionResult> ActAsync(Func<Village, Outcome> act, string address) =>
        await ReadAsync()
            ? await SaveAsync(
                async () =>
                    act(
                        await Db
                            .Villages.Include(v => v.Subject)
                            .Include(v => v.Inhabitants)
                            .SingleAsync(v => v.Id == Id, Aborted)
                    ),
                () => address
            )
            : NotFound();

    private async Task<bool> ReadAsync()
    {
        var title = await Db.Villages.Where(v => v.Id == Id).Select(v => v.Subject!.Title).FirstOrDefaultAsync(Aborted);
        Title = title ?? "";
        Figures = await Db
            .VillageInhabitants.AsNoTracking()
            .Where(i => i.VillageId == Id)
            .OrderByDescending(i => i.Year)
            .ToArrayAsync(Aborted);
        return title is not null;
    }
}
