using Brink.Features.Rounds.Reacting;
using Brink.Features.Shared;
using Brink.Platform.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Report;

/// <summary>
/// What became of every reaction, in the order of the text (C6). Open to everyone once the round has closed; persons
/// without a name unless they chose otherwise.
/// </summary>
[AllowAnonymous]
public sealed class ReportModel() : RoundPage(RoundAct.See)
{
    private const int PageSize = 50;

    /// <summary>On one page, to print; more only as a file.</summary>
    private const int MostOnOnePage = 2000;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "alles")]
    public string? All { get; set; }

    public ReportFigures Figures { get; private set; } = null!;
    public IReadOnlyList<PartOfReport> Parts { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public bool MayAll => Figures.Total is > PageSize and <= MostOnOnePage;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Phase is RoundPhase.Planned or RoundPhase.Open)
        {
            return NotFound();
        }

        Figures = await ReportFigures.ReadAsync(Db, Round.Id, Aborted);
        var size = All == "ja" && MayAll ? MostOnOnePage : PageSize;
        var pages = Math.Max(1, (Figures.Total + size - 1) / size);
        var page = Math.Clamp(PageNumber, 1, pages);
        var reactions = await Db
            .Reactions.Shown()
            .Where(r => r.RoundId == Round.Id)
            .OrderBy(r => r.Anchor)
            .ThenBy(r => r.At)
            .ThenBy(r => r.Id)
            .Skip((page - 1) * size)
            .Take(size)
            .ViewsAsync(Db, Aborted);
        var sections = await Db.HeadingsAsync(
            Round,
            [.. reactions.Select(r => r.Anchor).Distinct()],
            Aborted,
            withText: true
        );
        Parts =
        [
            .. reactions
                .GroupBy(r => r.Anchor)
                .Select(same =>
                {
                    var name = T.PartOf(same.Key, sections.GetValueOrDefault(same.Key)?.Heading);
                    return new PartOfReport(
                        name,
                        [
                            .. same.Select(r => new ReactionPart(
                                r,
                                name,
                                r.ChangeTo(sections.GetValueOrDefault(same.Key)),
                                Round.AnswerBy
                            )),
                        ]
                    );
                }),
        ];
        Pagination = new Pagination(page, pages, to => RoundLinks.Report(Head.Id, Round.Id, to));
        return Page();
    }
}

public sealed record PartOfReport(string Name, IReadOnlyList<ReactionPart> Reactions);

/// <summary>A round in figures. A person who reacted ten times is one person.</summary>
/// <param name="Verdicts">How many got which answer; null for those without.</param>
public sealed record ReportFigures(
    int Total,
    int Late,
    int People,
    int Associations,
    IReadOnlyList<(AnswerOutcome? Verdict, int Number)> Verdicts
)
{
    /// <summary>Three queries, over the whole round.</summary>
    public static async Task<ReportFigures> ReadAsync(BrinkDb db, long round, CancellationToken cancellation)
    {
        var all = db.Reactions.AsNoTracking().Shown().Where(r => r.RoundId == round);
        var verdicts = await all.GroupBy(r => new
            {
                Verdict = r.State == ReactionState.Answered ? r.Answer!.Verdict : null,
                r.IsLate,
            })
            .Select(g => new { g.Key, Number = g.Count() })
            .ToArrayAsync(cancellation);
        return new ReportFigures(
            verdicts.Sum(v => v.Number),
            verdicts.Where(v => v.Key.IsLate).Sum(v => v.Number),
            await all.Where(r => r.OrganisationId == null).Select(r => r.PersonId).Distinct().CountAsync(cancellation),
            await all.Where(r => r.OrganisationId != null)
                .Select(r => r.OrganisationId)
                .Distinct()
                .CountAsync(cancellation),
            [
                .. verdicts
                    .GroupBy(v => v.Key.Verdict)
                    .OrderBy(same => same.Key is null)
                    .ThenBy(same => same.Key)
                    .Select(same => (same.Key, same.Sum(v => v.Number))),
            ]
        );
    }
}
