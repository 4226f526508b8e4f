using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>A page about one side of one organisation.</summary>
public abstract class OneOrganisationPage : AdministrationPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public string Back => AdministrationLinks.Organisation(Id);

    protected abstract string Here { get; }

    public virtual async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    /// <summary>Everything an organisation is part of, with the names a page shows.</summary>
    protected virtual async Task<bool> ReadAsync()
    {
        var found = await Loaded().AsNoTracking().FirstOrDefaultAsync(o => o.Id == Id, Aborted);
        Organisation = found!;
        return found is not null;
    }

    protected async Task<IActionResult> ActAsync(Func<Organisation, Outcome> act)
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        return await SaveAsync(
            async () =>
            {
                var found = await Loaded().SingleAsync(o => o.Id == Id, Aborted);
                Happened(PlacesVerbs.OrganisationChanged, ("organisation", Id));
                return Overtaken(found.Version) ?? act(found);
            },
            () => Saved(Here)
        );
    }

    private IQueryable<Organisation> Loaded() =>
        Db
            .Organisations.Include(o => o.Represents)
                .ThenInclude(r => r.Village!.Subject)
            .Include(o => o.MemberOf)
                .ThenInclude(m => m.Umbrella);
}
