using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>Outcomes for everyone; for officials all there is, by association; for associations what is asked of them.</summary>
[AllowAnonymous]
[PublicPage]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "vereniging")]
    public long? AssociationId { get; set; }

    public string? Chosen => AssociationId?.ToString(CultureInfo.InvariantCulture);
    public IReadOnlyList<Choice> Associations { get; private set; } = [];
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;

    /// <summary>Of the chosen association; for those who ask and for the association itself.</summary>
    public Load? Load { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var requests = Db.VillageRequests.VisibleTo(Viewer);
        if (AssociationId is { } one)
        {
            requests = requests.Where(r => r.AssociationId == one);
            if (Viewer.MayAsk() || Viewer.SpeaksFor(one))
            {
                Load = await Db.LoadOfAsync(one, Today, cancellation);
            }
        }

        Pagination = PagesOf(await requests.CountAsync(cancellation), PageSize, Href);
        var rows = await requests
            .WaitingFirst()
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Rows()
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row))];
        if (Viewer.MayAsk())
        {
            Associations = await ChooseModel.AssociationsAsync(Db, Today, cancellation);
        }
    }

    private string Href(int page)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["pagina"] = page.ToString(CultureInfo.InvariantCulture),
        };
        if (AssociationId is { } one)
        {
            query["vereniging"] = one.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(RequestLinks.List, query);
    }
}
