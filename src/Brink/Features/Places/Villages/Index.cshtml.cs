using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Villages;

/// <summary>All villages by name.</summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : BrinkPage
{
    /// <summary>Enough for most municipalities on one page: people look for one name.</summary>
    private const int PageSize = 60;
    private const int LongestQuery = 80;

    public string Query { get; private set; } = "";
    public int Total { get; private set; }
    public IReadOnlyList<VillageRow> Rows { get; private set; } = [];
    public int Threshold { get; private set; }
    public Pagination Pagination { get; private set; } = null!;
    public FilterBar Bar { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = TextRules.First(TextRules.Line(Request.Query["zoek"], LongestQuery).Text, LongestQuery);
        Threshold = await Db
            .Municipalities.Where(m => m.Id == Tenant.Id)
            .Select(m => m.SmallVillageThreshold)
            .SingleAsync(cancellation);
        var chosen = Db.Villages.Where(v => Query.Length == 0 || v.Subject!.Title.ToLower().Contains(Query.ToLower()));
        Total = await chosen.CountAsync(cancellation);
        Pagination = PagesOf(Total, PageSize, Address);
        Rows = await chosen
            .OrderBy(v => v.Subject!.Title)
            .ThenBy(v => v.Id)
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .RowsAsync(Db, Today, cancellation);
        Bar = new FilterBar(
            PlacesLinks.Villages,
            Query,
            T["Zoek een dorp"],
            T.Count(Total, "1 dorp", "{0} dorpen"),
            [],
            ClearHref: Query.Length > 0 ? PlacesLinks.Villages : null
        );
    }

    public EmptyState Empty =>
        Query.Length > 0
            ? new(
                T["Geen dorp gevonden"],
                T["Er is geen dorp met '{0}' in de naam. Probeer een deel van de naam.", Query],
                T["Toon alle dorpen"],
                PlacesLinks.Villages
            )
            : new(T["Nog geen dorpen"], T["De gemeente heeft hier nog geen dorpen ingevuld."]);

    /// <summary>What a reader wants to know of a village in a list: how many people, and who speaks for them.</summary>
    public string Facts(VillageRow village) =>
        string.Join(
            " · ",
            new[]
            {
                T.KindAndSize(village.Kind, village.Size(Threshold)),
                village.Inhabitants is { } number
                    ? T.Count(number, "1 inwoner", "{0} inwoners")
                    : T["aantal inwoners onbekend"],
            }
        );

    private string Address(int page) =>
        Query.Length > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{PlacesLinks.Villages}?zoek={Uri.EscapeDataString(Query)}&pagina={page}"
            )
            : string.Create(CultureInfo.InvariantCulture, $"{PlacesLinks.Villages}?pagina={page}");
}
