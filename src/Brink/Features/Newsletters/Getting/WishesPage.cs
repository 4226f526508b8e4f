using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Newsletters.Getting;

/// <summary>A form that asks which newsletters somebody wants.</summary>
public abstract class WishesPage : BrinkPage
{
    /// <summary>In <see cref="Chosen"/>: the newsletter for the whole municipality.</summary>
    public const long Everyone = 0;

    /// <summary>Numbers of villages and themes, and <see cref="Everyone"/>.</summary>
    [BindProperty]
    public List<long> Chosen { get; set; } = [];

    public PlaceChoices Places { get; private set; } = PlaceChoices.None;

    public IReadOnlyList<Choice> All =>
        [new Choice(Everyone, T["De hele gemeente"], T["Het belangrijkste uit alle dorpen."])];

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    protected void Show(Wishes wishes) =>
        Chosen = [.. wishes.Everyone ? [Everyone] : Array.Empty<long>(), .. wishes.Places];

    /// <summary>What was ticked, without what does not exist.</summary>
    protected async Task<Wishes> WishesAsync() =>
        new(Chosen.Contains(Everyone), await Subscribing.KnownPlacesAsync(Db, Chosen, Aborted));

    protected async Task ReadPlacesAsync() => Places = await PlaceChoices.LoadAsync(Db, Aborted);
}
