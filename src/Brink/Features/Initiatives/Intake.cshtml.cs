using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>The liaison's working list: what waits for the municipality, the oldest promise first (I7).</summary>
[Authorize]
public class IntakeModel : BrinkPage
{
    private const int PageSize = 20;

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public string Summary { get; private set; } = "";
    public bool IsAll { get; private set; }
    public bool HasOwnVillages { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? dorpen, int? pagina, CancellationToken cancellation)
    {
        if (!Viewer.Is(Role.Liaison))
        {
            return Forbid();
        }

        var own = Viewer
            .Roles.Where(r => r is { Role: Role.Liaison, VillageId: not null })
            .Select(r => r.VillageId!.Value)
            .ToArray();
        HasOwnVillages = own.Length > 0;
        IsAll = !HasOwnVillages || dorpen == "alle";
        var today = Today;
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
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(pagina ?? 1, 1, pages);
        var rows = await ordered
            .OrderBy(i => i.Due)
            .ThenBy(i => i.Initiative.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(i => i.Initiative)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, today))];
        Pagination = new Pagination(
            page,
            pages,
            number =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{InitiativeLinks.Intake}?{(IsAll && HasOwnVillages ? "dorpen=alle&" : "")}pagina={number}"
                )
        );
        Summary =
            late > 0
                ? T.Count(total, "Er wacht 1 idee.", "Er wachten {0} ideeën.")
                    + " "
                    + T.Count(late, "1 is te laat.", "{0} zijn te laat.")
                : T.Count(total, "Er wacht 1 idee.", "Er wachten {0} ideeën.") + " " + T["Niets is te laat."];
        return Page();
    }
}
