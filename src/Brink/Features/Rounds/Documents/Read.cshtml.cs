using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>
/// A version of a document in sections, each with how many reacted and the way to react (C4). Never from the cache:
/// whether one can react is a matter of minutes.
/// </summary>
[AllowAnonymous]
public sealed class ReadModel() : DossierPage(RoundAct.See)
{
    [BindProperty(SupportsGet = true, Name = "versie")]
    public int Version { get; set; }

    public DocumentView Text { get; private set; } = null!;

    /// <summary>Open now; null when one can't react.</summary>
    public OpenRound? Round { get; private set; }

    /// <summary>The newest round of this document, of which the numbers are shown.</summary>
    public long? LastRound { get; private set; }

    private Dictionary<int, int> reactions = [];

    public int ReactionsTo(int anchor) => reactions.GetValueOrDefault(anchor);

    public async Task OnGetAsync()
    {
        var now = Now;
        var rounds = await Db
            .Rounds.AsNoTracking()
            .Where(r => r.DocumentId == Text.Id && r.OpensAt <= now)
            .OrderByDescending(r => r.OpensAt)
            .ThenByDescending(r => r.Id)
            .Take(20)
            .Select(r => new OpenRound(r.Id, r.ClosesAt, r.FinishedAt))
            .ToArrayAsync(Aborted);
        Round = rounds.FirstOrDefault(r => r.FinishedAt is null && r.ClosesAt > now);
        LastRound = Round?.Id ?? rounds.FirstOrDefault()?.Id;
        reactions = (await Db.RoundCountsAsync(LastRound is { } last ? [last] : [], Aborted)).ToDictionary(
            c => c.Anchor,
            c => c.Reactions
        );
    }

    protected override async Task<bool> FindAsync() =>
        (Text = (await Db.DocumentAsync(Head.Id, Number("document"), Version, Aborted))!) is not null;
}

public sealed record OpenRound(long Id, DateTimeOffset ClosesAt, DateTimeOffset? FinishedAt);
