using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Standpoints.Acts;

/// <summary>Somebody who may speak for an association reacts for it, in its own words.</summary>
public class ReactModel() : StandpointActPage(StandpointAct.React)
{
    /// <summary>The association that is spoken for; needed where the viewer speaks for more than one.</summary>
    [BindProperty(SupportsGet = true, Name = "namens")]
    public long? AssociationId { get; set; }

    [BindProperty]
    public long RoundId { get; set; }

    /// <summary>The number of the association's reaction that the form showed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public Stance? Stance { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public SigningRound? Round => Standpoint.OpenRound;

    public IReadOnlyList<InvitedAssociation> Mine =>
        [.. (Round?.Invited ?? []).Where(invited => Viewer.SpeaksFor(invited.AssociationId))];

    public InvitedAssociation? Association =>
        Mine.Count == 1 && AssociationId is null
            ? Mine[0]
            : Mine.FirstOrDefault(invited => invited.AssociationId == AssociationId);

    /// <summary>Whoever names an association of others is refused, and not shown an empty form.</summary>
    protected override bool MayActHere() => AssociationId is not { } named || Viewer.SpeaksFor(named);

    public override Task OnGetAsync()
    {
        BeginFromNow();
        if (Association is { } association && Round!.Current(association.AssociationId) is { } said)
        {
            (Stance, Words) = (said.Stance, said.Words);
        }

        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            ReactAsync,
            () => Address + "#reacties",
            async () =>
            {
                await ReadAgainAsync();
                BeginFromNow();
            }
        );

    private async Task<Outcome> ReactAsync()
    {
        if (Stance is not { } stance || !Enum.IsDefined(stance) || stance == Standpoints.Stance.TakenBack)
        {
            return Outcome.Refuse(nameof(Stance), "Kies wat uw vereniging zegt.");
        }

        var fits = Outcome.Of(Typed.Fits(nameof(Words), Words, 2000, 8000));
        if (!fits.Succeeded)
        {
            return fits;
        }

        var associationId =
            AssociationId ?? Association?.AssociationId ?? Standing.Invited.FirstOrDefault(Viewer.SpeaksFor);
        var role = await Db.SpeakingRoleAsync(Viewer.PersonId, associationId, Today, Viewer.SpeakingRoles, Aborted);
        if (role is not { } held)
        {
            return Outcome.Refuse("", "Uw rol bij de vereniging is intussen beëindigd. Uw reactie is niet bewaard.");
        }

        var actor = Acts(associationId);
        return (await LoadAsync()).React(
            RoundId,
            associationId,
            Seen,
            stance,
            TextRules.Clean(Words),
            held,
            By(actor),
            actor
        );
    }

    private void BeginFromNow()
    {
        RoundId = Round?.Id ?? 0;
        Seen = Association is { } association ? Round!.LastNumber(association.AssociationId) : 0;
        ModelState.Remove(nameof(RoundId));
        ModelState.Remove(nameof(Seen));
    }
}
