using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>The page of an act on one need or offer: absent for who may not see it, forbidden for who may not act.</summary>
[Authorize]
public abstract class HelpActPage(HelpAct act) : BrinkPage
{
    public HelpHead Head { get; private set; } = null!;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        if (await Db.HeadAsync(id, Aborted) is not { } head || !Viewer.May(HelpAct.See, head.Standing))
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, head.Standing))
        {
            context.Result = Forbid();
            return;
        }

        Head = head;
        if (await StopAsync() is { } stop)
        {
            context.Result = stop;
            return;
        }

        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    public virtual Task OnGetAsync() => ReadAsync();

    /// <summary>A reason of the page itself not to go on; null to go on.</summary>
    protected virtual Task<IActionResult?> StopAsync() => Task.FromResult<IActionResult?>(null);

    /// <summary>What the form shows beside what was typed.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    protected Task<Help> LoadAsync() => Db.Helps.Include(h => h.Subject).SingleAsync(h => h.Id == Head.Id, Aborted);

    /// <summary>The viewer, for who asked: in person, for the association, or entered for somebody.</summary>
    protected Actor ActsAsAsker() =>
        Head.OnBehalfOfId is { } association ? Acts(association)
        : Head.AskerId is { } asker && Viewer.PersonId != asker
            ? Acts() with
            {
                PersonId = asker,
                EnteredById = Viewer.PersonId,
                Channel = Channel.Telephone,
            }
        : Acts();

    /// <summary>
    /// Does the act while nobody else takes or frees a place of it: whoever comes at the same moment waits for this one
    /// and then finds what it left.
    /// </summary>
    protected async Task<IActionResult> DoInTurnAsync(
        Func<Task<Outcome>> act,
        Func<string> address,
        Func<Task>? whenRefused = null
    )
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(Aborted);
        await Db.Database.ExecuteSqlAsync(
            $"SELECT FROM helps WHERE municipality_id = {Db.TenantId} AND id = {Head.Id} FOR UPDATE",
            Aborted
        );
        var result = await DoAsync(act, address, whenRefused);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
