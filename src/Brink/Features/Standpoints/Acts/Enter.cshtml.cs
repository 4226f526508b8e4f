using Brink.Features.Initiatives.Support;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Standpoints.Acts;

/// <summary>
/// The umbrella's secretary types in what an association sent on paper or told. Only for an association that is silent
/// here: what it said itself is never written over by another.
/// </summary>
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public class EnterModel(ScanIntake intake) : StandpointActPage(StandpointAct.Enter)
{
    private const long Most = ScanIntake.MostBytes + 1_000_000;
    private static readonly Role[] Secretary = [Role.Secretary];

    [BindProperty]
    public long RoundId { get; set; }

    [BindProperty]
    public long? AssociationId { get; set; }

    [BindProperty]
    public Channel? Road { get; set; }

    [BindProperty]
    public Stance? Stance { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Of the paper, for who wants to see whether it was typed over well.</summary>
    [BindProperty]
    public IFormFile? Scan { get; set; }

    /// <summary>Those that have not reacted, while the term runs.</summary>
    public IReadOnlyList<Choice> Associations =>
        Standpoint.OpenRound is { } round && Today <= round.Closes
            ?
            [
                .. round
                    .Invited.Where(invited => round.Current(invited.AssociationId) is null)
                    .OrderBy(invited => invited.Association!.Name, StringComparer.CurrentCulture)
                    .Select(invited => new Choice(invited.AssociationId, invited.Association!.Name)),
            ]
            : [];

    public override Task OnGetAsync()
    {
        RoundId = Standpoint.OpenRound?.Id ?? 0;
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var check = Check();
        if (!check.Succeeded)
        {
            return Refused(check);
        }

        ReactionScan? scan = null;
        if (Scan is { Length: > 0 })
        {
            var (hash, contentType, taken) = await intake.TakeAsync(nameof(Scan), Scan, Aborted);
            if (!taken.Succeeded)
            {
                return Refused(taken);
            }

            scan = new ReactionScan(hash, contentType);
        }

        return await DoAsync(() => EnterAsync(scan), () => Address + "#reacties", ReadAgainAsync);
    }

    private async Task<Outcome> EnterAsync(ReactionScan? scan)
    {
        var role = await Db.SpeakingRoleAsync(Viewer.PersonId, Standing.UmbrellaId, Today, Secretary, Aborted);
        if (role is not { } held)
        {
            return Outcome.Refuse("", "Uw rol bij de koepel is intussen beëindigd. Er is niets bewaard.");
        }

        var standpoint = await LoadAsync();
        if (standpoint.OpenRound?.Current(AssociationId!.Value) is not null)
        {
            return Outcome.Refuse(nameof(AssociationId), "Deze vereniging heeft intussen zelf gereageerd.");
        }

        var actor = Acts(AssociationId) with { PersonId = null, EnteredById = Viewer.PersonId, Channel = Road!.Value };
        var provenance = By(actor);
        provenance.EnteredById = actor.EnteredById;
        provenance.EnteredForId = Standing.UmbrellaId;
        return standpoint.React(
            RoundId,
            AssociationId!.Value,
            standpoint.OpenRound?.LastNumber(AssociationId.Value) ?? 0,
            Stance!.Value,
            TextRules.Clean(Words),
            held,
            provenance,
            actor,
            scan
        );
    }

    private Outcome Check() =>
        Outcome.Of([
            .. AssociationId is null
                ? [new Refusal(nameof(AssociationId), "Kies een vereniging.")]
                : Array.Empty<Refusal>(),
            .. Road is Channel.Paper or Channel.Mail or Channel.Telephone or Channel.Meeting
                ? Array.Empty<Refusal>()
                : [new Refusal(nameof(Road), "Kies hoe u de reactie kreeg.")],
            .. Stance is Standpoints.Stance.Signed or Standpoints.Stance.Abstained or Standpoints.Stance.Dissented
                ? Array.Empty<Refusal>()
                : [new Refusal(nameof(Stance), "Kies wat de vereniging zegt.")],
            .. Typed.Fits(nameof(Words), Words, 2000, 8000),
        ]);
}
