using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints.Acts;

/// <summary>
/// The page of one act on one standpoint: absent for who may not see it, forbidden for who may not act.
/// </summary>
[Authorize]
public abstract class StandpointActPage(StandpointAct act) : BrinkPage
{
    public StandpointStanding Standing { get; private set; } = null!;

    /// <summary>As it is when the page is shown; for reading only.</summary>
    public Standpoint Standpoint { get; private set; } = null!;

    public string Address => StandpointLinks.Show(Standpoint.Id, Standpoint.Subject.Slug);

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.StandingAsync(id, Today, Aborted);
        if (standing is null || !Viewer.May(StandpointAct.See, standing))
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, standing) || !MayActHere())
        {
            context.Result = Forbid();
            return;
        }

        Standing = standing;
        await ReadAsync(id);
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            // What can't be read, such as a date in words: the form again, with what was typed.
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    public virtual Task OnGetAsync() => Task.CompletedTask;

    /// <summary>What else the address asks of the viewer.</summary>
    protected virtual bool MayActHere() => true;

    /// <summary>What the page shows beside what was typed; asked again after a refusal.</summary>
    protected virtual async Task ReadAsync(long id) =>
        Standpoint = await Db
            .Standpoints.AsNoTrackingWithIdentityResolution()
            .Whole()
            .SingleAsync(s => s.Id == id, Aborted);

    protected Task ReadAgainAsync() => ReadAsync(Standpoint.Id);

    /// <summary>The standpoint to act on, as it is now.</summary>
    protected Task<Standpoint> LoadAsync() => Db.Standpoints.Whole().SingleAsync(s => s.Id == Standpoint.Id, Aborted);

    protected Actor ActsForUmbrella() => Acts(Standing.UmbrellaId);

    /// <summary>Provenance of words for an organisation by somebody with a role in it.</summary>
    protected static Contribution By(Actor actor) =>
        new()
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            Channel = actor.Channel,
            At = actor.At,
        };
}
