using Brink.Features.Places.Spots;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Question 2: which village, and where in it?</summary>
[AllowAnonymous]
public class PlaceModel : HandInPage
{
    public override Step Step => Step.Place;

    [BindProperty]
    public long? VillageId { get; set; }

    [BindProperty]
    public string PlaceNote { get; set; } = "";

    public IReadOnlyList<Choice> Villages { get; private set; } = [];

    /// <summary>Without borders a place is told in words only.</summary>
    public bool HasMap { get; private set; }

    public async Task OnGetAsync()
    {
        (VillageId, PlaceNote) = (Answers.VillageId, Answers.PlaceNote);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (VillageId is { } chosen && !await Db.Villages.AnyAsync(v => v.Id == chosen))
        {
            VillageId = null;
        }

        var isOther = Answers.VillageId != VillageId;
        (Answers.VillageId, Answers.PlaceNote) = (VillageId, PlaceNote);
        if (isOther)
        {
            await ForgetSpotElsewhereAsync();
        }

        var outcome = IdeaRules.OfPlace(Answers);
        if (Towards == "kaart" && ModelState.IsValid && outcome.Succeeded)
        {
            await Drafts.KeepAsync(Answers);
            return Redirect(Steps.Spot + (IsChange ? Steps.BackToCheck : ""));
        }

        return await GoOnAsync(outcome);
    }

    protected override async Task LoadAsync()
    {
        Villages = await Db
            .Villages.OrderBy(v => v.Subject!.Title)
            .Select(v => new Choice(v.Id, v.Subject!.Title, null))
            .ToArrayAsync();
        HasMap = await Db.Areas.AnyAsync();
    }

    /// <summary>A spot that was pointed out in another village belongs to that one.</summary>
    private async Task ForgetSpotElsewhereAsync()
    {
        if (
            Answers.Spot is { } spot
            && (
                Answers.VillageId is not { } id
                || await SpotMap.LoadAsync(Db, id, HttpContext.RequestAborted, own: true) is not { } map
                || !map.IsInVillage(spot)
            )
        )
        {
            Answers.Spot = null;
        }
    }
}
