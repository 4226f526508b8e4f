using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Experts;

/// <summary>The page of one act on one entry of the list.</summary>
[Authorize]
public abstract class ExpertActPage(params ExpertAct[] acts) : BrinkPage
{
    public ExpertView Expert { get; private set; } = null!;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        if (await Db.ExpertAsync(id, Aborted) is not { Visibility: Visibility.Public } found)
        {
            context.Result = NotFound();
            return;
        }

        if (!acts.Any(act => Viewer.May(act, found.Standing)))
        {
            context.Result = Forbid();
            return;
        }

        Expert = found;
        await next();
    }

    protected Task<Expert> LoadAsync() =>
        Db.Experts.Include(e => e.Subject.Villages).Include(e => e.Marks).SingleAsync(e => e.Id == Expert.Id, Aborted);
}
