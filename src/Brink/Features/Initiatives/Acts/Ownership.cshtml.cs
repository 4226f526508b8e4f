using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>Who owns it in this phase: one side proposes, the other agrees or not (I2).</summary>
public class OwnershipModel()
    : InitiativeActPage(InitiativeAct.ProposeOwnerAsInitiator, InitiativeAct.ProposeOwnerAsMunicipality)
{
    [BindProperty]
    public OwnerType? Type { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The proposal that is decided; null when one is made.</summary>
    [BindProperty]
    public long? Proposal { get; set; }

    [BindProperty]
    public bool Agrees { get; set; }

    public OwnerProposal? Open { get; private set; }
    public IReadOnlyList<OwnerProposal> Past { get; private set; } = [];

    /// <summary>An official who carries the initiative in person stands on that side, so that nobody agrees with himself.</summary>
    public Side Side => May(InitiativeAct.ProposeOwnerAsInitiator) ? Side.Initiators : Side.Municipality;

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(Proposal is null ? ProposeAsync : DecideAsync, () => InitiativeLinks.Owner(Head.Id), ReadAsync);

    protected override async Task ReadAsync()
    {
        var proposals = await Db.ProposalsAsync(Head.Id, Aborted);
        Open = proposals.FirstOrDefault(p => p.State == ProposalState.Open);
        Past = [.. proposals.Where(p => p.State != ProposalState.Open)];
    }

    private async Task<Outcome> ProposeAsync()
    {
        if (Type is not { } type)
        {
            return Outcome.Refuse(nameof(Type), "Kies van wie het wordt.");
        }

        var fits = Outcome.Of(Typed.Fits(nameof(Why), Why, 500, 1000));
        return fits.Succeeded
            ? (await LoadAsync(q => q.Include(i => i.OwnerProposals))).ProposeOwner(type, Side, Why ?? "", Actor())
            : fits;
    }

    private async Task<Outcome> DecideAsync()
    {
        var initiative = await LoadAsync(q => q.Include(i => i.OwnerProposals));
        return initiative.DecideOwner(Proposal!.Value, Side, Agrees, Actor());
    }

    private Subjects.Actor Actor() => Side == Side.Initiators ? ActsAsInitiator() : ActsAsOfficial();
}
