using Brink.Features.Dossiers;
using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Rounds;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Home;

/// <summary>Tells in one look what goes on and what one can do here.</summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : BrinkPage
{
    private const int RowsShown = 5;
    private const int PlansShown = 3;

    public IReadOnlyList<ListRow> Recent { get; private set; } = [];

    /// <summary>Where one can react now; what closes first comes first.</summary>
    public IReadOnlyList<ListRow> Open { get; private set; } = [];

    /// <summary>The newest plans of the municipality.</summary>
    public IReadOnlyList<ListRow> Plans { get; private set; } = [];
    public string Waiting => (InitiativeFilter.None with { Waiting = true }).Href(InitiativeLinks.List);
    public HomeFigures Figures { get; private set; } = new(0, 0, 0, 0, 0, 0);

    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var rows = await Db.Initiatives.Public().NewestFirst().Take(RowsShown).Rows(Db).ToArrayAsync(stop);
        Recent = [.. rows.Select(row => T.ListRow(row, Today))];
        var now = Time.GetUtcNow();
        var rounds = await Db
            .Rounds.AsNoTracking()
            .Where(r => r.FinishedAt == null && r.OpensAt <= now && r.ClosesAt > now)
            .Where(r => r.Dossier!.Subject.Visibility == Visibility.Public)
            .OrderBy(r => r.ClosesAt)
            .ThenBy(r => r.Id)
            .Take(PlansShown)
            .Select(r => new
            {
                r.Id,
                r.DossierId,
                r.Dossier!.Subject.Title,
                r.ClosesAt,
            })
            .ToArrayAsync(stop);
        Open =
        [
            .. rounds.Select(r => new ListRow(
                r.Title,
                RoundLinks.Round(r.DossierId, r.Id),
                Status: T.StatusOf(RoundPhase.Open),
                When: T.WhenOf(RoundPhase.Open, r.ClosesAt, r.ClosesAt)
            )),
        ];
        // Without the villages of each, which would be a query more.
        var plans = await Db
            .Dossiers.AsNoTracking()
            .Public()
            .Where(d => d.State == DossierState.Open)
            .OrderByDescending(d => d.FirstWordOn)
            .ThenByDescending(d => d.Id)
            .Take(PlansShown)
            .Select(d => new
            {
                d.Id,
                d.Subject.Title,
                d.Subject.Slug,
                d.State,
                d.Stage,
                d.FirstWordOn,
            })
            .ToArrayAsync(stop);
        Plans =
        [
            .. plans.Select(d => new ListRow(
                d.Title,
                DossierLinks.Show(d.Id, d.Slug),
                Status: T.StatusOf(d.State, d.Stage),
                When: d.FirstWordOn is { } first ? T["eerste woord op {0}", Formats.Date(first)] : null
            )),
        ];
        Figures = await HomeFigures.Of(Db, Today, stop);
    }
}
