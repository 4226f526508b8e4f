using Brink.Features.Accounts;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Standpoints.Acts;

/// <summary>
/// An association takes its reaction back and is silent again. What the umbrella typed in for it may be taken back until
/// the standpoint is sent, also after the term.
/// </summary>
public class TakeBackModel() : StandpointActPage(StandpointAct.React)
{
    [BindProperty(SupportsGet = true, Name = "namens")]
    public long? AssociationId { get; set; }

    [BindProperty]
    public long RoundId { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public Reaction? Said =>
        Standpoint.OpenRound is { } round && round.Current(Association) is { } said
            ? T.Reaction(said, round.Invited.First(i => i.AssociationId == Association).Association!.Name)
            : null;

    private long Association => AssociationId ?? Standing.Invited.FirstOrDefault(Viewer.SpeaksFor);

    protected override bool MayActHere() => AssociationId is not { } named || Viewer.SpeaksFor(named);

    public override Task OnGetAsync()
    {
        BeginFromNow();
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var role = await Db.SpeakingRoleAsync(
                    Viewer.PersonId,
                    Association,
                    Today,
                    Viewer.SpeakingRoles,
                    Aborted
                );
                if (role is not { } held)
                {
                    return Outcome.Refuse("", "Uw rol bij de vereniging is intussen beëindigd. Er is niets veranderd.");
                }

                var actor = Acts(Association);
                return (await LoadAsync()).React(
                    RoundId,
                    Association,
                    Seen,
                    Stance.TakenBack,
                    "",
                    held,
                    By(actor),
                    actor
                );
            },
            () => Address + "#reacties",
            async () =>
            {
                await ReadAgainAsync();
                BeginFromNow();
            }
        );

    private void BeginFromNow()
    {
        RoundId = Standpoint.OpenRound?.Id ?? 0;
        Seen = Standpoint.OpenRound?.LastNumber(Association) ?? 0;
        ModelState.Remove(nameof(RoundId));
        ModelState.Remove(nameof(Seen));
    }
}
