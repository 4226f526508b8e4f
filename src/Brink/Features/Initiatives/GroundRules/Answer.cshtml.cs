using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>A party accepts the open version, refuses it, asks to talk, or takes its own back (I4).</summary>
public class AnswerModel : GroundRulesPage
{
    [BindProperty]
    public RulesAnswerKind? Kind { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The very version that was read.</summary>
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public bool TakesBack { get; set; }

    public RulesView? Proposed { get; private set; }
    public RulesView? InForce { get; private set; }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            () =>
                SpeakAsync(
                    (initiative, provenance, actor) =>
                    {
                        if (Party(initiative) is not { } party)
                        {
                            return Outcome.Refuse("", "Er ligt geen voorstel meer.");
                        }

                        if (TakesBack)
                        {
                            return initiative.WithdrawRules(Version, party, actor);
                        }

                        var check = Check();
                        return check.Succeeded
                            ? initiative.AnswerRules(Version, party, Kind!.Value, Words ?? "", provenance, actor)
                            : check;
                    }
                ),
            () => InitiativeLinks.GroundRules(Head.Id) + "?bewaard=ja",
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        var now = await Db.RulesNowAsync(Head.Id, Aborted);
        Proposed = now.FirstOrDefault(v => v.State == RulesState.Proposed);
        InForce = now.FirstOrDefault(v => v.State == RulesState.InForce && v.Phase == Proposed?.Phase);
    }

    private long? Party(Initiative initiative) =>
        initiative.GroundRulesParties.Find(p => p.Until is null && p.Kind == Side && p.OrganisationId == PartnerId)?.Id;

    private Outcome Check() =>
        Outcome.Of([
            .. (Kind is null ? Outcome.Refuse(nameof(Kind), "Kies wat u antwoordt.") : Outcome.Done).Refusals,
            .. Typed.Fits(nameof(Words), Words, 1000, 4000),
        ]);
}
