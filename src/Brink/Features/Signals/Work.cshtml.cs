using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>The liaison's working list: what waits for a date or an answer, the oldest date first (S2).</summary>
[Authorize]
public class WorkModel : LiaisonList
{
    public async Task<IActionResult> OnGetAsync(string? dorpen, int? pagina, CancellationToken cancellation)
    {
        if (!Choose(dorpen))
        {
            return Forbid();
        }

        var (today, all, own) = (Today, IsAll, Own);
        var waiting = Db
            .Signals.Public()
            .Waiting()
            .Where(s => all || own.Contains(s.VillageId))
            .Select(s => new
            {
                Signal = s,
                Due = Db
                    .Promises.Where(p => p.SubjectId == s.Id && p.State == PromiseState.Open)
                    .Min(p => (DateOnly?)p.Due),
            });
        var total = await waiting.CountAsync(cancellation);
        var late = await waiting.CountAsync(s => s.Due < today, cancellation);
        var before = Turn(total, pagina, SignalLinks.Work);
        var rows = await waiting
            .OrderBy(s => s.Due)
            .ThenBy(s => s.Signal.Id)
            .Skip(before)
            .Take(PageSize)
            .Select(s => s.Signal)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, today))];
        Summary = Told(T.Count(total, "Er wacht 1 signaal.", "Er wachten {0} signalen."), late);
        return Page();
    }
}
