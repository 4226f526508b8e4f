using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>One promise: who does what for whom by when, and which days were agreed before.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class PromisePageModel : BrinkPage
{
    public PromiseItem Promise { get; private set; } = null!;
    public IReadOnlyList<PromiseMove> Moves { get; private set; } = [];

    /// <summary>What the photo shows that goes with it; null for no photo.</summary>
    public string? Photo { get; private set; }

    /// <summary>What the viewer may do, the most likely first.</summary>
    public IReadOnlyList<Crumb> Doable { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        var found = await Db.Promises.Seen().Where(p => p.Id == id).Rows(Db).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        Promise = found;
        Moves = await Db
            .PromiseMoves.AsNoTracking()
            .Where(m => m.PromiseId == id)
            .OrderBy(m => m.ProposedAt)
            .ThenBy(m => m.Id)
            .ToArrayAsync(cancellation);
        Photo = await Db
            .Promises.Where(p => p.Id == id && p.Photo != null)
            .Select(p => p.Photo!.Description)
            .FirstOrDefaultAsync(cancellation);
        var isPublic = await Db.Promises.Public().AnyAsync(p => p.Id == id, cancellation);
        if (!isPublic)
        {
            Response.Headers.CacheControl = "no-store";
        }

        if (Viewer.IsSignedIn || !isPublic)
        {
            var promise = await Db
                .Promises.AsNoTracking()
                .Include(p => p.Subject!.Villages)
                .Include(p => p.Moves)
                .AsSingleQuery()
                .SingleAsync(p => p.Id == id, cancellation);
            var standing = PromiseStanding.Of(promise, await Db.CarriersAsync(promise.SubjectId, cancellation));
            if (!Viewer.May(PromiseAct.See, standing))
            {
                return NotFound();
            }

            Doable = ActsOf(standing);
        }

        return Page();
    }

    private Crumb[] ActsOf(PromiseStanding standing)
    {
        var id = Promise.Id;
        var acts = new (PromiseAct Act, string Text, string Href)[]
        {
            (PromiseAct.Accept, T["Antwoord geven"], PromiseLinks.Accept(id)),
            (PromiseAct.Decline, T["Trek de vraag in"], PromiseLinks.Accept(id)),
            (PromiseAct.DecideMove, T["Antwoord op de voorgestelde dag"], PromiseLinks.DecideMove(id)),
            (PromiseAct.Keep, T["Het is gedaan"], PromiseLinks.Keep(id)),
            (PromiseAct.Move, T["Stel een andere dag voor"], PromiseLinks.Move(id)),
            (PromiseAct.TakeMoveBack, T["Trek het voorstel in"], PromiseLinks.DecideMove(id)),
            (PromiseAct.Release, T["Laat de toezegging vervallen"], PromiseLinks.Release(id)),
        };
        return
        [
            .. acts.Where(act => Viewer.May(act.Act, standing))
                .Select(act => new Crumb(act.Text, act.Href))
                .DistinctBy(act => act.Href, StringComparer.Ordinal),
        ];
    }
}
