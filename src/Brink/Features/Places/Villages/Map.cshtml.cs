using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Villages;

/// <summary>The villages on a drawn map, with the same names as a list.</summary>
[AllowAnonymous]
[PublicPage]
public class MapModel : BrinkPage
{
    public IReadOnlyList<MappedVillage> Villages { get; private set; } = [];
    public IHtmlContent? Map { get; private set; }
    public IReadOnlyList<string> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Villages = await Db
            .Villages.AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new MappedVillage(v.Id, v.Subject!.Title, v.Subject.Slug, v.Longitude, v.Latitude))
            .ToArrayAsync(cancellation);
        Sources = await Db.Areas.Select(a => a.Source).Distinct().OrderBy(s => s).ToArrayAsync(cancellation);
        var map = await VillageMap.LoadAsync(Db, cancellation);
        Map = map.Draw(T["Kaart van de dorpen in {0}", Tenant.Name], Villages);
    }
}
