using System.Globalization;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

/// <summary>
/// A page on which one newsletter is made or followed: absent for who may not see it, forbidden for who may not make it.
/// </summary>
[Authorize]
public abstract class NewsletterPage : BrinkPage
{
    public long Id { get; private set; }
    public NewsletterStanding Standing { get; private set; } = null!;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Pages for a draft lead to how the sending goes once that was done; what is typed is refused in words.</summary>
    protected virtual bool IsForDrafts => true;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Response.Headers.CacheControl = "no-store";
        Id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.NewsletterStandingAsync(Id, Aborted);
        var makes = standing is not null && Viewer.May(NewsletterAct.Make, standing);
        // A draft that a colleague threw away: what was typed comes back with words, a page to read is gone.
        if (
            standing is null
            || !(makes || Viewer.May(NewsletterAct.See, standing))
            || (standing.State == NewsletterState.Removed && HttpMethods.IsGet(Request.Method))
        )
        {
            context.Result = NotFound();
            return;
        }

        if (!makes)
        {
            context.Result = Forbid();
            return;
        }

        if (HttpMethods.IsGet(Request.Method) && IsForDrafts != (standing.State == NewsletterState.Draft))
        {
            context.Result = LocalRedirect(IsForDrafts ? NewsletterLinks.Sending(Id) : NewsletterLinks.Make(Id));
            return;
        }

        Standing = standing;
        await next();
    }

    /// <summary>In the name of the municipality.</summary>
    protected Subjects.Actor ActsInOffice() => Acts(Standing.OrganisationId);

    /// <summary>What a verb needs, tracked.</summary>
    protected Task<Newsletter> LoadAsync() => Db.Newsletters.Whole().SingleAsync(n => n.Id == Id, Aborted);

    /// <summary>The same, only to look at.</summary>
    protected Task<Newsletter> ReadNewsletterAsync() =>
        Db.Newsletters.AsNoTrackingWithIdentityResolution().Whole().SingleAsync(n => n.Id == Id, Aborted);

    public Crumb[] TrailTo(string title) =>
        [
            new Crumb(T["Nieuwsbrieven maken en versturen"], NewsletterLinks.Work),
            new Crumb(title, NewsletterLinks.Make(Id)),
        ];
}
