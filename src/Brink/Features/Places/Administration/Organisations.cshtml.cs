using Brink.Features.Places.Organisations;
using Brink.Features.Shared;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Organisations, to change.</summary>
public class OrganisationsModel : AdministrationPage
{
    public string Query { get; private set; } = "";
    public int Total { get; private set; }
    public IReadOnlyList<OrganisationRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = TextRules.First(TextRules.Line(Request.Query["zoek"], 80).Text, 80);
        var chosen = Db.Organisations.Where(o => Query.Length == 0 || o.Name.ToLower().Contains(Query.ToLower()));
        Total = await chosen.CountAsync(cancellation);
        Pagination = PagesOf(Total, AdministrationLinks.Organisations, Query);
        Rows = await chosen
            .OrderBy(o => o.Name)
            .ThenBy(o => o.Id)
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .RowsAsync(Db, Today, cancellation);
    }
}
