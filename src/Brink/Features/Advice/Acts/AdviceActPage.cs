using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice.Acts;

/// <summary>
/// The page of one act on one advice: absent for who may not see it, forbidden for who may not act. The form knows which
/// revision it began with, so that of two who write the second reads what the first wrote.
/// </summary>
[Authorize]
public abstract class AdviceActPage(AdviceAct act) : VersionedPage
{
    public AdviceStanding Standing { get; private set; } = null!;

    /// <summary>As it is when the page is shown; for reading only.</summary>
    public AdviceCase Advice { get; private set; } = null!;

    public string Address => AdviceLinks.Show(Advice.Id, Advice.Subject.Slug);

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Response.Headers.CacheControl = "no-store";
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.AdviceStandingAsync(id, Aborted);
        if (standing is null || !Viewer.May(AdviceAct.See, standing))
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, standing))
        {
            context.Result = Forbid();
            return;
        }

        Standing = standing;
        await ReadAsync(id);
        await next();
    }

    public virtual void OnGet() { }

    protected async Task ReadAgainAsync()
    {
        Standing = (await Db.AdviceStandingAsync(Advice.Id, Aborted))!;
        await ReadAsync(Advice.Id);
    }

    /// <summary>The advice to act on, as it is now.</summary>
    protected Task<AdviceCase> LoadAsync() => Db.Advices.Whole().SingleAsync(a => a.Id == Advice.Id, Aborted);

    /// <summary>For the adviser, by somebody who may speak for it.</summary>
    protected Actor ActsForAdviser() => Acts(Advice.AdviserId);

    /// <summary>For the municipality.</summary>
    protected Actor ActsInOffice() =>
        Acts(Viewer.Roles.First(r => r.OrganisationKind == OrganisationKind.Municipality).OrganisationId);

    private async Task ReadAsync(long id) =>
        Advice = await Db.Advices.AsNoTrackingWithIdentityResolution().Whole().SingleAsync(a => a.Id == id, Aborted);
}
