using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <param name="Totals">Of each count, while they differ.</param>
public sealed record ListOnPaper(
    string Place,
    DateOnly On,
    TallyState State,
    int FromVillage,
    int FromElsewhere,
    IReadOnlyList<int> Totals
);

/// <summary>All that is known of the support: people, associations and lists on paper, each apart.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class AllSupportModel : SupportPage
{
    private const int MostNames = 100;
    private const int MostLists = 100;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public SupportFigures Figures { get; private set; } = null!;
    public IReadOnlyList<string> Names { get; private set; } = [];
    public bool HasMore { get; private set; }
    public IReadOnlyList<EndorsementView> Endorsements { get; private set; } = [];
    public IReadOnlyList<ListOnPaper> Lists { get; private set; } = [];
    public bool MayBack => Viewer.May(SupportAct.Back, Standing);

    public async Task OnGetAsync()
    {
        Number = Math.Clamp(Number, 1, 1000);
        Figures = await Db.FiguresAsync(Head.Id, Aborted);
        Endorsements = await Db.EndorsementsAsync(Head.Id, Aborted);
        var names = await Db.BackersAsync(Head.Id, (Number - 1) * MostNames, MostNames + 1, Aborted);
        (Names, HasMore) = ([.. names.Take(MostNames)], names.Length > MostNames);
        if (Figures.HasPaper)
        {
            var tallies = await Db
                .PaperTallies.AsNoTracking()
                .Include(t => t.Counts)
                .Where(t => t.InitiativeId == Head.Id && t.State != TallyState.Withdrawn)
                .OrderBy(t => t.On)
                .ThenBy(t => t.Id)
                .Take(MostLists)
                .ToArrayAsync(Aborted);
            Lists =
            [
                .. tallies.Select(t => new ListOnPaper(
                    t.Place,
                    t.On,
                    t.State,
                    t.FromVillage,
                    t.FromElsewhere,
                    [.. t.Counts.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => c.FromVillage + c.FromElsewhere)]
                )),
            ];
        }
    }
}
