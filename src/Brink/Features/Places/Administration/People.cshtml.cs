using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Somebody who holds or held a role.</summary>
public sealed record PersonRow(long Id, string Name, IReadOnlyList<string> Roles);

/// <summary>People with a role, now or before. Residents without one are nobody's business here.</summary>
public class PeopleModel : AdministrationPage
{
    public string Query { get; private set; } = "";
    public int Total { get; private set; }
    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    /// <summary>The role for which somebody is looked for; null when it is just the list.</summary>
    public WantedRole? Wanted { get; private set; }

    public string WantedVillage { get; private set; } = "";

    public Pagination Pagination { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = TextRules.First(TextRules.Line(Request.Query["zoek"], 80).Text, 80);
        await LookForAsync(WantedRole.Read(Request.Query), cancellation);
        var chosen = Db
            .People.Where(p => p.ErasedAt == null && Db.RoleHoldings.Any(h => h.PersonId == p.Id))
            .Where(p => Query.Length == 0 || p.Name.ToLower().Contains(Query.ToLower()));
        Total = await chosen.CountAsync(cancellation);
        Pagination = PagesOf(Total, AdministrationLinks.People, Query, Wanted?.Fields);
        Rows = await RowsAsync(chosen, cancellation);
    }

    private async Task LookForAsync(WantedRole? asked, CancellationToken cancellation)
    {
        if (asked is null)
        {
            return;
        }

        var village = await Db
            .Villages.Where(v => v.Id == asked.VillageId)
            .Select(v => v.Subject!.Title)
            .FirstOrDefaultAsync(cancellation);
        (Wanted, WantedVillage) = village is null ? (null, "") : (asked, village);
    }

    private async Task<IReadOnlyList<PersonRow>> RowsAsync(IQueryable<Person> chosen, CancellationToken cancellation)
    {
        var people = await chosen
            .AsNoTracking()
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Select(p => new { p.Id, p.Name })
            .ToArrayAsync(cancellation);
        var ids = people.Select(p => p.Id).ToArray();
        var roles = (
            await Db
                .RoleHoldings.AsNoTracking()
                .Where(h => ids.Contains(h.PersonId) && h.From <= Today && (h.To == null || h.To >= Today))
                .OrderBy(h => h.Id)
                .Select(h => new
                {
                    h.PersonId,
                    h.Role,
                    h.Organisation!.Name,
                })
                .ToArrayAsync(cancellation)
        ).ToLookup(h => h.PersonId, h => $"{T.NameOf(h.Role)}, {h.Name}");
        return [.. people.Select(p => new PersonRow(p.Id, p.Name, [.. roles[p.Id].Distinct()]))];
    }
}
