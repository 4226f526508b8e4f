using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Developments;

/// <summary>The page of one act on one development: absent for who may not see it, forbidden for who may not act.</summary>
[Authorize]
public abstract class DevelopmentPage(DevelopmentAct act) : BrinkPage
{
    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; protected set; } = "";
    public DevelopmentStanding Standing { get; private set; } = null!;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.DevelopmentStandingAsync(Id, Today, Aborted);
        if (standing is null || !Viewer.May(DevelopmentAct.See, standing))
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
        (Standing, Name, Address) = (standing, head.Title, DevelopmentLinks.Show(Id, head.Slug));
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    /// <summary>What the form shows beside what was typed.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    protected Actor ActsForUmbrella() => Acts(Standing.UmbrellaId);

    protected Task<Development> LoadAsync() =>
        Db
            .Developments.Include(d => d.Subject.Promises)
            .Include(d => d.Steps)
            .AsSplitQuery()
            .SingleAsync(d => d.Id == Id, Aborted);
}
