using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>
/// The liaison lets it go on in another signal. Who answers it at the same moment is first or second, never both: the
/// second is told, and what was typed is not lost.
/// </summary>
public class MergeModel() : SignalActPage(SignalAct.Merge)
{
    private const int Most = 10;

    [BindProperty]
    public long? TargetId { get; set; }

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Words { get; set; }

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    private string target = "";

    public Task<IActionResult> OnPostAsync() => DoAsync(MergeAsync, () => target, ReadAsync);

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        var rows = string.IsNullOrWhiteSpace(Words)
            ? await AlikeSignals.FindAsync(Db, Head, Aborted)
            : await FoundAsync(Words);
        Targets =
        [
            .. rows.Select(row => new Choice(
                row.Id,
                row.Title,
                T["{0}, {1}", row.Village, Formats.Date(DutchTime.DateOf(row.At))]
            )),
        ];
    }

    private async Task<SignalRow[]> FoundAsync(string words)
    {
        var hits = await SearchQueries.NumbersAsync(Db, words, SignalQueries.Searched, Aborted);
        return await Db
            .Signals.Public()
            .Waiting()
            .Where(s => s.Id != Head.Id && hits.Contains(s.Id))
            .NewestFirst()
            .Take(Most)
            .Rows(Db)
            .ToArrayAsync(Aborted);
    }

    private async Task<Outcome> MergeAsync()
    {
        if (TargetId is not { } id || !await Db.Signals.Public().AnyAsync(s => s.Id == id, Aborted))
        {
            return Outcome.Refuse(nameof(TargetId), "Kies het signaal waarin dit verdergaat.");
        }

        var signal = await LoadAsync();
        var into = await LoadAsync(id);
        var actor = ActsAsOfficial();
        var outcome = signal.MergeInto(into, actor);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        foreach (var earlier in await Db.Signals.Where(s => s.MergedIntoId == signal.Id).ToArrayAsync(Aborted))
        {
            earlier.GoAlong(into);
        }

        await SignalFollowers.AlsoFollowAsync(Db, signal.Id, into.Id, actor.At, Aborted);
        target = SignalLinks.Show(into.Id, into.Subject.Slug);
        return outcome;
    }
}
