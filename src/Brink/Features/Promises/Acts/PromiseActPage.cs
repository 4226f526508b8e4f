using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises.Acts;

/// <summary>
/// The page of one act on one promise: absent for who may not see it, forbidden for who may not act. Whoever came a
/// moment too late reads what happened meanwhile.
/// </summary>
[Authorize]
public abstract class PromiseActPage : BrinkPage
{
    private PromiseStanding standing = null!;

    public string What { get; private set; } = "";
    public long Id { get; private set; }

    /// <summary>The promise as it is now, to be shown and acted on.</summary>
    public Promise Promise { get; private set; } = null!;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>The side for which the viewer acts; who is both, does it.</summary>
    public PromiseSide Side => Viewer.Is(PromiseSide.By, standing) ? PromiseSide.By : PromiseSide.To;

    public bool May(PromiseAct act) => Viewer.May(act, standing);

    /// <param name="acts">Any of these opens the page.</param>
    protected async Task<IActionResult> AskAsync(long id, params PromiseAct[] acts)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        return acts.Any(May) ? Page() : Forbid();
    }

    /// <param name="asIf">The standing in which the act was still to be done: who was too late is told so in words.</param>
    /// <param name="side">The side that does it, in that standing.</param>
    /// <param name="does">Acts on the promise as it is now.</param>
    /// <param name="check">What is wrong with what was typed.</param>
    protected async Task<IActionResult> ActAsync(
        long id,
        PromiseAct act,
        Func<PromiseStanding, PromiseStanding> asIf,
        Func<PromiseStanding, PromiseSide> side,
        Func<Promise, PromiseSide, Actor, Outcome> does,
        Func<IEnumerable<Refusal>>? check = null
    )
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!Viewer.May(act, asIf(standing)))
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await DoAsync(
            async () =>
            {
                Db.ChangeTracker.Clear();
                var refused = Outcome.Of(check?.Invoke() ?? []);
                if (!refused.Succeeded || !await LoadAsync(id))
                {
                    return refused.Succeeded ? Outcome.Refuse("", "Dit is intussen weggehaald.") : refused;
                }

                var now = asIf(standing);
                var whose = now.Of(side(now)).OrganisationId;
                var viewer = await RoleAtHand.HoldAsync(Db, Viewer, whose, Today, Aborted);
                return viewer.May(act, now)
                    ? does(Promise, side(now), Acts(whose))
                    : Outcome.Refuse("", "Uw rol is intussen beëindigd. Wie na u komt, doet dit nu.");
            },
            () => PromiseLinks.Show(id),
            () => LoadAsync(id)
        );
    }

    private async Task<bool> LoadAsync(long id)
    {
        var found = await Db
            .Promises.Seen()
            .Include(p => p.Subject!.Villages)
            .Include(p => p.Moves)
            .AsSingleQuery()
            .FirstOrDefaultAsync(p => p.Id == id, Aborted);
        Id = id;
        if (found is null)
        {
            return false;
        }

        Promise = found;
        What = T.What(found.Kind, found.What, found.Subject!.Title);
        standing = PromiseStanding.Of(found, await Db.CarriersAsync(found.SubjectId, Aborted));
        return Viewer.May(PromiseAct.See, standing);
    }
}
