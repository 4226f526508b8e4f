using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>The page of one act on one request: absent for who may not see it, forbidden for who may not act.</summary>
[Authorize]
public abstract class RequestPage(RequestAct act) : BrinkPage
{
    /// <summary>As it is when the page is shown; for reading only.</summary>
    public VillageRequest Asked { get; private set; } = null!;

    public string Address => RequestLinks.Show(Asked.Id, Asked.Subject.Slug);

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var found = await Db.VillageRequests.AsNoTracking().WholeAsync(id, Aborted);
        if (found is null || !Viewer.May(RequestAct.See, found.Standing()))
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, found.Standing()))
        {
            context.Result = Forbid();
            return;
        }

        Asked = found;
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            // What can't be read, such as a date in words: the form again, with what was typed.
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    public virtual void OnGet() { }

    protected async Task ReadAgainAsync() =>
        Asked = (await Db.VillageRequests.AsNoTracking().WholeAsync(Asked.Id, Aborted))!;

    /// <summary>The request to act on, as it is now.</summary>
    protected async Task<VillageRequest> LoadAsync() => (await Db.VillageRequests.WholeAsync(Asked.Id, Aborted))!;

    protected static Contribution By(Actor actor) =>
        new()
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            Channel = actor.Channel,
            At = actor.At,
        };
}
