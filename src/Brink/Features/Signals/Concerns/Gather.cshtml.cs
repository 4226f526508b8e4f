using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Concerns;

/// <summary>Signals of several villages under one name; two who gather at once lose nothing (S3).</summary>
[Searches("zoek")]
public class GatherModel() : ConcernPage(ConcernAct.Gather)
{
    private const int Most = 20;

    /// <summary>What one concern can hold and a page can still show.</summary>
    private const int MostPresent = 300;

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Words { get; set; }

    [BindProperty]
    public List<long> SignalIds { get; set; } = [];

    [BindProperty]
    public long? SignalId { get; set; }

    public IReadOnlyList<Choice> Found { get; private set; } = [];
    public IReadOnlyList<SignalRow> Present { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var chosen = SignalIds.Distinct().Take(Most).ToArray();
                var signals = await Db
                    .Signals.Include(s => s.Subject.Villages)
                    .Where(s => chosen.Contains(s.Id))
                    .ToArrayAsync(Aborted);
                if (signals.Length == 0)
                {
                    return Outcome.Refuse(nameof(SignalIds), "Kies een of meer signalen.");
                }

                var concern = await LoadAsync();
                return concern.Gather(signals, ActsAsKeeper());
            },
            () => SignalLinks.GatherInto(Id),
            ReadAsync
        );

    public Task<IActionResult> OnPostLetGoAsync() =>
        DoAsync(
            async () =>
            {
                var left = await Db
                    .Signals.Of(Db, Id)
                    .Where(s => s.Id != SignalId)
                    .SelectMany(s => s.Subject.Villages)
                    .Select(v => v.VillageId)
                    .Distinct()
                    .ToArrayAsync(Aborted);
                return (await LoadAsync()).LetGo(SignalId ?? 0, left, ActsAsKeeper());
            },
            () => SignalLinks.GatherInto(Id),
            ReadAsync
        );

    private async Task ReadAsync()
    {
        Present = await Db
            .Signals.Of(Db, Id)
            .OrderBy(s => s.Village!.Subject!.Title)
            .ThenBy(s => s.Id)
            .Take(MostPresent)
            .Rows(Db)
            .ToArrayAsync(Aborted);
        var others = Db
            .Signals.Public()
            .Where(s => !Db.ConcernSignals.Any(c => c.ConcernId == Id && c.SignalId == s.Id));
        if (!string.IsNullOrWhiteSpace(Words))
        {
            var hits = await SearchQueries.NumbersAsync(Db, Words, SignalQueries.Searched, Aborted);
            others = others.Where(s => hits.Contains(s.Id));
        }

        var rows = await others.NewestFirst().Take(Most).Rows(Db).ToArrayAsync(Aborted);
        Found = [.. rows.Select(row => new Choice(row.Id, row.Title, row.Village))];
    }
}
