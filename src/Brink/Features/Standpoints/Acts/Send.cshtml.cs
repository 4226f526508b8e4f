using Brink.Features.Initiatives;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints.Acts;

/// <summary>The umbrella sends it, after it has seen exactly what is sent.</summary>
public class SendModel() : StandpointActPage(StandpointAct.Send)
{
    /// <summary>How often somebody had reacted when the sender looked at it.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public IReadOnlyList<Reaction> Reactions => Standpoint.OpenRound is { } round ? T.Reactions(round) : [];

    public override Task OnGetAsync()
    {
        Seen = Standpoint.OpenRound?.Reactions ?? 0;
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostAsync() => DoAsync(SendAsync, () => Address, ReadAgainAsync);

    private async Task<Outcome> SendAsync()
    {
        var standpoint = await LoadAsync();
        if (standpoint.OpenRound is { } round && round.Reactions != Seen)
        {
            Seen = round.Reactions;
            ModelState.Remove(nameof(Seen));
            return Outcome.Refuse("", "Er kwam intussen een reactie bij. Bekijk de stand en verstuur opnieuw.");
        }

        // No village has number 0: these are the terms for what is of no one village.
        var terms = await ServiceTermsOf.VillageAsync(Db, 0, Today, Aborted);
        var sources = standpoint.Sources.Select(source => source.SubjectId).ToArray();
        var villages = await Db
            .SubjectVillages.Where(v => sources.Contains(v.SubjectId))
            .Select(v => v.VillageId)
            .Distinct()
            .ToArrayAsync(Aborted);
        return standpoint.Send(terms, villages, ActsForUmbrella());
    }
}
