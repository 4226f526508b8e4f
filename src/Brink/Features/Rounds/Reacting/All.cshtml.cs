using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Reacting;

/// <summary>Every reaction in a round, or to one section of it, with its answer; the oldest first (C4).</summary>
[AllowAnonymous]
public sealed class AllModel() : RoundPage(RoundAct.See)
{
    /// <summary>The number of a section; 0 for the whole, null for everything.</summary>
    [BindProperty(SupportsGet = true, Name = "deel")]
    public int? Deel { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ReactionView> Reactions { get; private set; } = [];
    public int Total { get; private set; }
    public int Unanswered { get; private set; }

    /// <summary>What the section is called; null for everything.</summary>
    public string? Part { get; private set; }
    public Pagination Pagination { get; private set; } = null!;

    private IReadOnlyDictionary<int, KnownSection> sections = new Dictionary<int, KnownSection>();

    public ReactionPart PartOf(ReactionView reaction) =>
        new(
            reaction,
            T.PartOf(reaction.Anchor, sections.GetValueOrDefault(reaction.Anchor)?.Heading),
            reaction.ChangeTo(sections.GetValueOrDefault(reaction.Anchor)),
            Round.AnswerBy
        );

    public async Task OnGetAsync()
    {
        var counts = (await Db.RoundCountsAsync([Round.Id], Aborted))
            .Where(c => Deel is null || c.Anchor == Deel)
            .ToArray();
        (Total, Unanswered) = (counts.Sum(c => c.Reactions), counts.Sum(c => c.Unanswered));
        var pages = Math.Max(1, (Total + RoundQueries.PageSize - 1) / RoundQueries.PageSize);
        var page = Math.Clamp(PageNumber, 1, pages);
        Reactions = await Db
            .Reactions.Shown()
            .Where(r => r.RoundId == Round.Id && (Deel == null || r.Anchor == Deel))
            .OrderBy(r => r.At)
            .ThenBy(r => r.Id)
            .Skip((page - 1) * RoundQueries.PageSize)
            .Take(RoundQueries.PageSize)
            .ViewsAsync(Db, Aborted);
        int[] anchors = [.. Reactions.Select(r => r.Anchor).Append(Deel ?? 0).Distinct()];
        sections = await Db.HeadingsAsync(Round, anchors, Aborted, withText: true);
        Part = Deel is { } anchor ? T.PartOf(anchor, sections.GetValueOrDefault(anchor)?.Heading) : null;
        Pagination = new Pagination(page, pages, to => RoundLinks.Reactions(Head.Id, Round.Id, Deel, to));
    }
}

/// <summary>One reaction with its answer, wherever it is shown.</summary>
/// <param name="Part">What it is about.</param>
public sealed record ReactionPart(ReactionView Reaction, string Part, TextChange? Change, DateOnly AnswerBy);
