using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Places.TailorMade;

/// <summary>What suits one village, for everybody to read (P7).</summary>
[AllowAnonymous]
[PublicPage]
public sealed class ShowModel : BrinkPage
{
    public WhatSuitsView Suits { get; private set; } = null!;
    public bool MayEdit { get; private set; }
    public string Address => PlacesLinks.Village(Suits.VillageId, Suits.Slug);

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || (await Db.TailorMadeOfAsync([id], cancellation)) is not [var suits]
        )
        {
            return NotFound();
        }

        if (slug != suits.Slug)
        {
            return RedirectPermanent(PlacesLinks.TailorMade(id, suits.Slug));
        }

        Suits = suits;
        MayEdit = Viewer.May(VillageAct.RecordWhatSuits, id);
        return Page();
    }
}
