using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>The liaison's working list: what waits for a date or an answer, the oldest date first (S2).</summary>
[Authorize]
public class WorkModel : BrinkPage
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
        var (today, all) = (Today, IsAll);
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
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(pagina ?? 1, 1, pages);
        var rows = await waiting
            .OrderBy(s => s.Due)
            .ThenBy(s => s.Signal.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(s => s.Signal)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, today))];
        Pagination = new Pagination(
            page,
            pages,
            number =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SignalLinks.Work}?{(IsAll && HasOwnVillages ? "dorpen=alle&" : "")}pagina={number}"
                )
        );
        Summary =
            T.Count(total, "Er wacht 1 signaal.", "Er wachten {0} signalen.")
            + " "
            + (late > 0 ? T.Count(late, "1 is te laat.", "{0} zijn te laat.") : T["Niets is te laat."]);
        return Page();
    }
}
