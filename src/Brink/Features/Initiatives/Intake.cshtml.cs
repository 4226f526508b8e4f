using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>The liaison's working list: what waits for the municipality, the oldest promise first (I7).</summary>
[Authorize]
public class IntakeModel : LiaisonList
{
    public async Task<IActionResult> OnGetAsync(string? dorpen, int? pagina, CancellationToken cancellation)
    {
        if (!Choose(dorpen))
        {
            return Forbid();
        }

        var (today, own) = (Today, Own);
        var waiting = Db.Initiatives.Public().Waiting();
        if (!IsAll)
        {
            waiting = waiting.Where(i => own.Contains(i.VillageId));
        }

        var ordered = waiting.Select(i => new
        {
            Initiative = i,
            Due = Db
                .Promises.Where(p => p.SubjectId == i.Id && p.State == PromiseState.Open)
                .Min(p => (DateOnly?)p.Due),
        });
        var total = await ordered.CountAsync(cancellation);
        var late = await ordered.CountAsync(i => i.Due < today, cancellation);
        var before = Turn(total, pagina, InitiativeLinks.Intake);
        var rows = await ordered
            .OrderBy(i => i.Due)
            .ThenBy(i => i.Initiative.Id)
            .Skip(before)
            .Take(PageSize)
            .Select(i => i.Initiative)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, today))];
        Summary = Told(T.Count(total, "Er wacht 1 idee.", "Er wachten {0} ideeën."), late);
        return Page();
    }
}
