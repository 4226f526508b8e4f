using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>What one organisation promised, and how many of it were kept in time.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class PromisesByPartyModel : BrinkPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public string Name { get; private set; } = "";
    public long Id { get; private set; }
    public string OrganisationHref => PlacesLinks.Organisation(Id, Name);
    public int Open { get; private set; }
    public int Late { get; private set; }
    public int Kept { get; private set; }
    public int KeptInTime { get; private set; }

    /// <summary>Of those kept, how many after the day had been moved with the consent of the other side.</summary>
    public int KeptAfterMove { get; private set; }
    public int Released { get; private set; }
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = new(1, 1, _ => "");

    /// <summary>'8 van de 10 afgeronde toezeggingen kwam hij op tijd na.'</summary>
    public string InOneSentence =>
        Kept == 0
            ? T["Er is nog geen toezegging nagekomen."]
            : T["Op tijd nagekomen: {0} van de {1}.", KeptInTime, Kept];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        var found = await Db
            .Organisations.AsNoTracking()
            .Where(o => o.Id == id)
            .Select(o => o.Name)
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        (Id, Name) = (id, found);
        var today = Today;
        var theirs = Db.Promises.Public().Where(p => p.ByOrganisationId == id);
        var counts = await theirs
            .GroupBy(p => new
            {
                p.State,
                Late = p.State == PromiseState.Open && p.Due < today,
                InTime = p.EndedOn <= p.Due,
                Moved = p.Moves.Any(m => m.State == PromiseMoveState.Agreed),
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToArrayAsync(cancellation);
        Open = counts.Where(c => c.Key.State == PromiseState.Open).Sum(c => c.Count);
        Late = counts.Where(c => c.Key.Late).Sum(c => c.Count);
        Kept = counts.Where(c => c.Key.State == PromiseState.Kept).Sum(c => c.Count);
        KeptInTime = counts.Where(c => c.Key is { State: PromiseState.Kept, InTime: true }).Sum(c => c.Count);
        KeptAfterMove = counts.Where(c => c.Key is { State: PromiseState.Kept, Moved: true }).Sum(c => c.Count);
        Released = counts.Where(c => c.Key.State == PromiseState.Released).Sum(c => c.Count);
        var pages = Math.Max(1, (Open + PageSize - 1) / PageSize);
        var page = Math.Clamp(PageNumber, 1, pages);
        var rows = await theirs
            .Where(p => p.State == PromiseState.Open)
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows =
        [
            .. rows.Select(row => new ListRow(
                T.What(row.Kind, row.What, row.Title),
                PromiseLinks.Show(row.Id),
                row.Village.Length > 0 ? row.Village : null,
                row.Status(T, today),
                Promise: row.Line(T, today)
            )),
        ];
        Pagination = new(
            page,
            pages,
            other => other > 1 ? $"{PromiseLinks.Of(id)}?pagina={other}" : PromiseLinks.Of(id)
        );
        return Page();
    }

    public string ListOf(string? state) =>
        FormattableString.Invariant($"{PromiseLinks.List}?{(state is null ? "" : $"staat={state}&")}van={Id}");
}
