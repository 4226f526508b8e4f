using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Concerns;

/// <summary>The page of one act on one shared concern.</summary>
[Authorize]
public abstract class ConcernPage(ConcernAct act) : BrinkPage
{
    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; protected set; } = "";

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var found = await Db
            .SharedConcerns.Where(c => c.Id == Id && c.Subject.Visibility == Visibility.Public)
            .Select(c => new { c.Subject.Title, c.Subject.Slug })
            .FirstOrDefaultAsync(Aborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act))
        {
            context.Result = Forbid();
            return;
        }

        (Name, Address) = (found.Title, SignalLinks.Concern(Id, found.Slug));
        await next();
    }

    /// <summary>For whom the viewer gathers: the umbrella, or the municipality.</summary>
    protected Actor ActsAsKeeper() => Acts(ConcernAccess.KeepersOf(Viewer).First().OrganisationId);

    protected Task<SharedConcern> LoadAsync() =>
        Db
            .SharedConcerns.Include(c => c.Subject.Villages)
            .Include(c => c.Signals)
            .AsSplitQuery()
            .SingleAsync(c => c.Id == Id, Aborted);
}
