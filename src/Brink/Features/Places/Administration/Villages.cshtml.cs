using Brink.Features.Shared;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Villages, to change.</summary>
public class VillagesModel : AdministrationPage
{
    public string Query { get; private set; } = "";
    public bool Uncounted { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<VillageRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = TextRules.First(TextRules.Line(Request.Query["zoek"], 80).Text, 80);
        Uncounted = Request.Query["zonder"] == "inwoners";
        var chosen = Db
            .Villages.Where(v => Query.Length == 0 || v.Subject!.Title.ToLower().Contains(Query.ToLower()))
            .Where(v => !Uncounted || v.Inhabitants.Count == 0);
        Total = await chosen.CountAsync(cancellation);
        Pagination = PagesOf(Total, AdministrationLinks.Villages, Query);
        Rows = await chosen
            .OrderBy(v => v.Subject!.Title)
            .ThenBy(v => v.Id)
            // Who looks for what is missing sees it on one page.
            .Skip(Uncounted ? 0 : (Pagination.Page - 1) * PageSize)
            .Take(Uncounted ? 500 : PageSize)
            .RowsAsync(Db, Today, cancellation);
    }
}
