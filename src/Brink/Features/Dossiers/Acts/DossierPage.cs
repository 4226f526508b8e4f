using System.Globalization;
using Brink.Features.Places;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>
/// The page of one act on one dossier: absent for who may not see it, forbidden for who may not act. The form knows which
/// revision it began with, so that of two officers the second reads what the first changed.
/// </summary>
[Authorize]
public abstract class DossierPage(DossierAct act) : VersionedPage
{
    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; protected set; } = "";
    public DossierStanding Standing { get; private set; } = null!;

    /// <summary>The revision that the form began with, also after the page set the newest for a second press.</summary>
    protected uint SeenVersion { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Response.Headers.CacheControl = "no-store";
        Id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.DossierStandingAsync(Id, Aborted);
        if (standing is null || !Viewer.May(DossierAct.See, standing))
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, standing))
        {
            context.Result = Forbid();
            return;
        }

        var head = await Db.Subjects.Where(s => s.Id == Id).Select(s => new { s.Title, s.Slug }).SingleAsync(Aborted);
        (Standing, Name, Address) = (standing, head.Title, DossierLinks.Show(Id, head.Slug));
        SeenVersion = Version;
        await next();
    }

    /// <summary>For the municipality, as a policy officer.</summary>
    protected Subjects.Actor ActsInOffice() => Acts(Standing.OrganisationId);

    /// <summary>What a verb needs, tracked.</summary>
    protected Task<Dossier> LoadAsync() =>
        Db
            .Dossiers.Include(d => d.Subject)
            .Include(d => d.Stages)
            .Include(d => d.Confidence)
            .AsSplitQuery()
            .SingleAsync(d => d.Id == Id, Aborted);

    /// <summary>Loads, asks whether somebody else was first, and acts.</summary>
    /// <param name="check">What is wrong with the form itself.</param>
    protected Task<Microsoft.AspNetCore.Mvc.IActionResult> ActAsync(
        Outcome check,
        Func<Dossier, Outcome> verb,
        Func<Task>? whenRefused = null
    ) =>
        SaveAsync(
            async () =>
            {
                if (!check.Succeeded)
                {
                    return check;
                }

                var dossier = await LoadAsync();
                if (Overtaken((uint)dossier.Revision) is { } overtaken)
                {
                    return overtaken;
                }

                var outcome = verb(dossier);
                Address = DossierLinks.Show(Id, dossier.Subject.Slug);
                return outcome;
            },
            () => Address,
            whenRefused
        );
}
