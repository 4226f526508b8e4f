using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agenda;

/// <summary>A page of the agenda of one organisation, for those who speak for it.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class AgendaPage : BrinkPage
{
    public long OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        OrganisationId = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var name = await Db
            .Organisations.Where(o => o.Id == OrganisationId && o.EndedAt == null)
            .Select(o => o.Name)
            .FirstOrDefaultAsync(Aborted);
        if (name is null)
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.MayKeepAgenda(OrganisationId))
        {
            context.Result = Forbid();
            return;
        }

        OrganisationName = name;
        await next();
    }

    protected Actor ActsForBoard() => Acts(OrganisationId);
}
