using Brink.Features.Places.Spots;
using Brink.Platform;
using Brink.Platform.Maps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>Initiators point out the spot on the map, move it, or take it away.</summary>
public class SpotModel() : InitiativeActPage(InitiativeAct.Edit)
{
    private SpotMap? map;
    private SpotChoice choice = new(null, SpotPart.Whole);

    /// <summary>Null when no borders are known to draw a map from.</summary>
    public SpotPicker? Picker => map is null ? null : new(map, choice, Head.Village);

    public override async Task OnGetAsync()
    {
        await ReadAsync();
        var at = await Db
            .Initiatives.Where(i => i.Id == Head.Id)
            .Select(i => new { i.Longitude, i.Latitude })
            .SingleAsync(Aborted);
        choice = choice with { At = GeoPosition.Of(at.Longitude, at.Latitude) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (map is null)
        {
            return Refused(Outcome.Refuse("", "Van dit dorp hebben wij geen kaart."));
        }

        (choice, var read) = SpotForm.Read(Request.Form, map, Tenant.Name);
        if (!read.Succeeded)
        {
            return Refused(read);
        }

        return SpotForm.IsAboutMap(Request.Form)
            ? Page()
            : await DoAsync(async () => (await LoadAsync()).Locate(choice.At, ActsAsInitiator()), () => Head.Address);
    }

    protected override async Task ReadAsync() => map ??= await SpotMap.LoadAsync(Db, Head.VillageId, Aborted);
}
