using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Editing;

/// <summary>A page on which somebody changes something of one village: finds it, and asks whether they may.</summary>
[Authorize]
public abstract class VillageEditPage(VillageAct act) : VersionedPage
{
    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";

    public string Address => PlacesLinks.Village(Id, Slug);

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var found = NumberedSlug.Read(RouteData.Values["address"] as string ?? "") is { } address
            ? await Db
                .Villages.AsNoTracking()
                .Where(v => v.Id == address.Id)
                .Select(v => new
                {
                    v.Id,
                    v.Subject!.Title,
                    v.Subject.Slug,
                })
                .FirstOrDefaultAsync(Aborted)
            : null;
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, found.Id))
        {
            context.Result = Forbid();
            return;
        }

        (Id, Name, Slug) = (found.Id, found.Title, found.Slug);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>The association spoken for; null for somebody of the municipality.</summary>
    protected Subjects.Actor ActsForVillage() => Acts(Viewer.AssociationOf(Id)?.OrganisationId);

    protected IQueryable<Village> Loaded() => Db.Villages.Include(v => v.Subject!.Files).Where(v => v.Id == Id);
}
