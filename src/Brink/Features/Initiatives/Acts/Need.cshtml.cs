using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>The municipality says what is needed, and what has been arranged (I7).</summary>
public class NeedModel() : InitiativeActPage(InitiativeAct.SayWhatIsNeeded)
{
    [BindProperty]
    public RequirementKind? Kind { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The one that has been arranged; null when something is added.</summary>
    [BindProperty]
    public long? Met { get; set; }

    public IReadOnlyList<Requirement> Needs { get; private set; } = [];

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            Met is { } requirement
                ? async () => (await LoadAsync(q => q.Include(i => i.Requirements))).Meet(requirement, ActsAsOfficial())
                : AddAsync,
            () => InitiativeLinks.Need(Head.Id),
            ReadAsync
        );

    protected override async Task ReadAsync() => Needs = await Db.RequirementsAsync(Head.Id, Aborted);

    private async Task<Outcome> AddAsync()
    {
        var chosen = Kind is null ? Outcome.Refuse(nameof(Kind), "Kies waar het over gaat.") : Outcome.Done;
        var required = (await LoadAsync()).Require(Kind ?? default, Text ?? "", ActsAsOfficial());
        return Outcome.Of([.. chosen.Refusals, .. Typed.Fits(nameof(Text), Text, 800, 2000), .. required.Refusals]);
    }
}
