using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Experts;

/// <summary>The questions to who puts itself on the list, or changes what stands there.</summary>
[Authorize]
public abstract class ExpertFormPage : VersionedPage
{
    [BindProperty]
    public ExpertForm Input { get; set; } = new();

    public IReadOnlyList<Choice> Villages { get; private set; } = [];

    /// <summary>Fewer than two need no question.</summary>
    public virtual IReadOnlyList<Choice> Speakers => [];

    public IReadOnlyList<Choice> Roads =>
        [
            new(PreferredRoad.Mail, T["Per mail"]),
            new(PreferredRoad.Telephone, T["Per telefoon"]),
            new(PreferredRoad.Meeting, T["In een gesprek"]),
        ];

    protected async Task ReadVillagesAsync() =>
        Villages = [
            .. (
                await Db
                    .Villages.AsNoTracking()
                    .OrderBy(v => v.Subject!.Title)
                    .Select(v => new { v.Id, v.Subject!.Title })
                    .ToArrayAsync(Aborted)
            ).Select(v => new Choice(v.Id, v.Title)),
        ];

    /// <summary>Those of the chosen villages that there are.</summary>
    protected Task<long[]> ChosenVillagesAsync() =>
        Db.Villages.Where(v => Input.Villages.Contains(v.Id)).Select(v => v.Id).ToArrayAsync(Aborted);
}
