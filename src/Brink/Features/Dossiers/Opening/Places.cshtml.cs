using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Opening;

/// <summary>Question 2: which villages does it touch, and what is it about?</summary>
public class PlacesModel : OpeningPage
{
    public override OpeningStep Step => OpeningStep.Places;

    [BindProperty]
    public long[] VillageIds { get; set; } = [];

    [BindProperty]
    public long[] ThemeIds { get; set; } = [];

    public IReadOnlyList<Choice> Villages { get; private set; } = [];
    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        (VillageIds, ThemeIds) = (Answers.VillageIds, Answers.ThemeIds);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Answers.VillageIds = await Db
            .Villages.Where(v => VillageIds.Contains(v.Id))
            .Select(v => v.Id)
            .ToArrayAsync(Aborted);
        Answers.ThemeIds = await Db.Themes.Where(t => ThemeIds.Contains(t.Id)).Select(t => t.Id).ToArrayAsync(Aborted);
        return await GoOnAsync(
            Answers.VillageIds.Length < VillageIds.Distinct().Count()
                ? Outcome.Refuse(nameof(VillageIds), "Kies dorpen uit de lijst.")
                : Outcome.Done
        );
    }

    protected override async Task LoadAsync()
    {
        Villages = await Db
            .Villages.OrderBy(v => v.Subject!.Title)
            .Select(v => new Choice(v.Id, v.Subject!.Title, null))
            .ToArrayAsync(Aborted);
        Themes = await Db
            .Themes.OrderBy(t => t.Order)
            .Select(t => new Choice(t.Id, t.Subject!.Title, null))
            .ToArrayAsync(Aborted);
    }
}
