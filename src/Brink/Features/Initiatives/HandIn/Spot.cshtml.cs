using Brink.Features.Places.Spots;
using Brink.Platform;
using Brink.Platform.Maps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Question 2, for who wants to say it exactly: the spot on the map of the village.</summary>
[AllowAnonymous]
public class SpotModel : HandInPage
{
    private SpotMap? map;
    private SpotChoice choice = new(null, SpotPart.Whole);
    private string village = "";

    public override Step Step => Step.Place;

    public SpotPicker Picker => new(map!, choice, village);

    public async Task<IActionResult> OnGetAsync()
    {
        choice = choice with { At = Answers.Spot };
        return await FindMapAsync() ? Page() : Redirect(BackToPlace);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindMapAsync())
        {
            return Redirect(BackToPlace);
        }

        (choice, var outcome) = SpotForm.Read(Request.Form, map!, Tenant.Name);
        if (!outcome.Succeeded && !GoesBack)
        {
            return Refused(outcome);
        }

        if (SpotForm.IsAboutMap(Request.Form) && !GoesBack)
        {
            return Page();
        }

        Answers.Spot = choice.At;
        if (GoesBack)
        {
            await Drafts.KeepAsync(Answers);
            return Redirect(BackToPlace);
        }

        return await GoOnAsync(Outcome.Done);
    }

    private string BackToPlace => IsChange ? Steps.Change(Step.Place) : Steps.Address(Step.Place);

    /// <returns>False without a village, or without borders to draw.</returns>
    private async Task<bool> FindMapAsync()
    {
        if (
            Answers.VillageId is not { } id
            || await Db.Villages.Where(v => v.Id == id).Select(v => v.Subject!.Title).FirstOrDefaultAsync()
                is not { } name
        )
        {
            return false;
        }

        village = name;
        map = await SpotMap.LoadAsync(Db, id, HttpContext.RequestAborted);
        return map is not null;
    }
}
