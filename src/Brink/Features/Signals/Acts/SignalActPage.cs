using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>The page of one act on one signal: absent for who may not see the signal, forbidden for who may not act.</summary>
[Authorize]
public abstract class SignalActPage(SignalAct act) : BrinkPage
{
    public SignalView Head { get; private set; } = null!;
    public SignalStanding Standing { get; private set; } = null!;

    public string Address => SignalLinks.Show(Head.Id, Head.Slug);

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Response.Headers.CacheControl = "no-store";
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.SignalStandingAsync(id, Aborted);
        if (
            standing is null
            || !Viewer.May(SignalAct.See, standing)
            || await Db.SignalViewAsync(id, Aborted) is not { } head
        )
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, standing))
        {
            context.Result = Forbid();
            return;
        }

        (Head, Standing) = (head, standing);
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            // What can't be read, such as a date in words: the form again, with what was typed.
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    public virtual Task OnGetAsync() => ReadAsync();

    /// <summary>What the form shows beside what was typed; the head anew, because somebody else may have acted.</summary>
    protected virtual async Task ReadAsync() => Head = await Db.SignalViewAsync(Head.Id, Aborted) ?? Head;

    /// <summary>The signal to act on, as it is now.</summary>
    protected Task<Signal> LoadAsync(long? id = null) =>
        Db
            .Signals.Include(s => s.Subject.Promises)
            .Include(s => s.Subject.Villages)
            .Include(s => s.Subject.Themes)
            .Include(s => s.Contribution)
            .Include(s => s.Forwards)
            .AsSplitQuery()
            .SingleAsync(s => s.Id == (id ?? Head.Id), Aborted);

    /// <summary>The viewer, for the municipality.</summary>
    protected Actor ActsAsOfficial() =>
        Acts(Viewer.Roles.FirstOrDefault(r => r.OrganisationKind == OrganisationKind.Municipality)?.OrganisationId);
}
