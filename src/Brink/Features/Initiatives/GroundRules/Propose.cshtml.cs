using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.GroundRules;

public enum ProposeStep
{
    Check,
    Change,
    Send,
}

/// <summary>
/// A party proposes rules: first whose it is and for which phases, then the texts, filled from what there is or from
/// the template of that type, then a look at what changes (I2, I4).
/// </summary>
public class ProposeModel : GroundRulesPage
{
    [BindProperty(SupportsGet = true)]
    public OwnerType? Owner { get; set; }

    /// <summary>The name of a phase, or <see cref="GroundRulesWords.EveryPhase"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ForPhase { get; set; }

    [BindProperty]
    public string? Deciding { get; set; }

    [BindProperty]
    public string? Responsible { get; set; }

    [BindProperty]
    public string? Fixed { get; set; }

    [BindProperty]
    public string? Open { get; set; }

    [BindProperty]
    public string? Participation { get; set; }

    [BindProperty]
    public string? Talking { get; set; }

    [BindProperty]
    public string? Contacts { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The highest number there was when the texts were filled in.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public ProposeStep Step { get; set; }

    /// <summary>What somebody else proposed while this was being written.</summary>
    public bool SomebodyWasFirst { get; private set; }
    public bool AsksForTexts { get; private set; }
    public bool IsCheck { get; private set; }

    /// <summary>What holds now for the same phases.</summary>
    public RulesView? InForce { get; private set; }

    /// <summary>What lies open, and would be replaced.</summary>
    public RulesView? Proposed { get; private set; }

    public RulesParts Parts =>
        new(
            Deciding ?? "",
            Responsible ?? "",
            Fixed ?? "",
            Open ?? "",
            Participation ?? "",
            Talking ?? "",
            Contacts ?? ""
        );

    public Phase? Phase => Enum.TryParse<Phase>(ForPhase, out var phase) && Enum.IsDefined(phase) ? phase : null;

    private int made;

    public override async Task OnGetAsync()
    {
        await ReadAsync();
        AsksForTexts = Owner is not null;
        if (Owner is not { } owner)
        {
            var start = Proposed ?? InForce;
            Owner = start?.OwnerType ?? Head.OwnerType;
            ForPhase = start?.Phase?.ToString() ?? GroundRulesWords.EveryPhase;
            return;
        }

        Seen = await Db.LatestRulesNumberAsync(Head.Id, Aborted);
        var known = new[] { Proposed, InForce }.FirstOrDefault(v => v?.Phase == Phase && v?.OwnerType == owner);
        Fill(known?.Parts ?? GroundRulesTemplate.For(T, owner));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        AsksForTexts = true;
        if (Step == ProposeStep.Send)
        {
            return await DoAsync(
                () => SpeakAsync(ProposeNow),
                () => InitiativeLinks.RulesReceipt(Head.Id, made),
                ReadAfterRefusalAsync
            );
        }

        await ReadAsync();
        if (Step == ProposeStep.Change)
        {
            return Page();
        }

        var check = Check();
        IsCheck = check.Succeeded;
        return check.Succeeded ? Page() : Refused(check);
    }

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        var now = await Db.RulesNowAsync(Head.Id, Aborted);
        Proposed = now.FirstOrDefault(v => v.State == RulesState.Proposed);
        var holds = now.Where(v => v.State == RulesState.InForce).ToArray();
        InForce =
            holds.FirstOrDefault(v => v.Phase == Phase)
            ?? (Owner is null && ForPhase is null ? holds.FirstOrDefault() : null);
    }

    private async Task ReadAfterRefusalAsync()
    {
        await ReadAsync();
        var latest = await Db.LatestRulesNumberAsync(Head.Id, Aborted);
        SomebodyWasFirst = latest != Seen;
        // The next attempt starts from what is shown now.
        Seen = latest;
        ModelState.Remove(nameof(Seen));
    }

    private Outcome ProposeNow(Initiative initiative, Subjects.Contribution provenance, Subjects.Actor actor)
    {
        var check = Check();
        if (!check.Succeeded)
        {
            return check;
        }

        var proposal = new RulesProposal(Phase, Owner!.Value, Parts, Why ?? "", Seen);
        made = Seen + 1;
        return initiative.ProposeRules(proposal, Side, PartnerId, provenance, actor);
    }

    private Outcome Check() =>
        Outcome.Of([
            .. (
                Owner is { } owner && Enum.IsDefined(owner)
                    ? Outcome.Done
                    : Outcome.Refuse(nameof(Owner), "Kies van wie het wordt.")
            ).Refusals,
            .. (
                string.IsNullOrWhiteSpace(Deciding)
                    ? Outcome.Refuse(nameof(Deciding), "Schrijf wie er beslist.")
                    : Outcome.Done
            ).Refusals,
            .. Enum.GetValues<RulesPart>()
                .SelectMany(part =>
                    Typed.Fits(
                        part.ToString(),
                        Parts[part],
                        GroundRulesMapping.MostOfPart,
                        GroundRulesMapping.PartColumn
                    )
                ),
            .. Typed.Fits(nameof(Why), Why, 500, 1000),
        ]);

    private void Fill(RulesParts parts) =>
        (Deciding, Responsible, Fixed, Open, Participation, Talking, Contacts) = (
            parts.Deciding,
            parts.Responsible,
            parts.Fixed,
            parts.Open,
            parts.Participation,
            parts.Talking,
            parts.Contacts
        );

    /// <summary>What the check shows: as it would be read.</summary>
    public RulesView AsView =>
        new(
            0,
            Seen + 1,
            Phase,
            Owner ?? default,
            Parts,
            Why ?? "",
            RulesState.Proposed,
            0,
            null,
            null,
            default,
            Time.GetUtcNow(),
            null,
            []
        );

    public string SeenText => Seen.ToString(CultureInfo.InvariantCulture);
}
