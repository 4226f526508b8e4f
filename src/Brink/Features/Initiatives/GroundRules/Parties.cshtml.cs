using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>Who sits at the table beside initiators and municipality (I4).</summary>
public class PartiesModel : GroundRulesPage
{
    [BindProperty]
    public long? Organisation { get; set; }

    /// <summary>The party that leaves.</summary>
    [BindProperty]
    public long? Leaves { get; set; }

    /// <summary>Organisations that are not party yet.</summary>
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>A further organisation may leave; the first two ask others and may let them go.</summary>
    public bool MayAsk => Side != RulesPartyKind.Organisation;

    public bool MayRelease(RulesPartyView party) =>
        party is { IsIn: true, Kind: RulesPartyKind.Organisation } && (MayAsk || party.OrganisationId == PartnerId);

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            Leaves is { } party
                ? () => SpeakAsync((initiative, _, actor) => Leave(initiative, party, actor))
                : AskAsync,
            () => InitiativeLinks.GroundRules(Head.Id) + "?bewaard=ja",
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        if (!MayAsk)
        {
            return;
        }

        var found = await Db
            .Organisations.AsNoTracking()
            .Where(o => o.EndedAt == null && o.Kind != OrganisationKind.Municipality && o.Id != Standing.OnBehalfOfId)
            .OrderBy(o => o.Name)
            .Take(500)
            .Select(o => new { o.Id, o.Name })
            .ToArrayAsync(Aborted);
        var seated = Parties.Where(p => p.IsIn).Select(p => p.OrganisationId).ToHashSet();
        Organisations = [.. found.Where(o => !seated.Contains(o.Id)).Select(o => new Choice(o.Id, o.Name))];
    }

    private async Task<Outcome> AskAsync()
    {
        if (!MayAsk)
        {
            return Outcome.Refuse("", "Alleen de initiatiefnemers en de gemeente vragen er anderen bij.");
        }

        return
            Organisation is { } id
            && await Db.Organisations.AnyAsync(
                o => o.Id == id && o.EndedAt == null && o.Kind != OrganisationKind.Municipality,
                Aborted
            )
            ? await SpeakAsync((initiative, _, actor) => initiative.AskAsParty(id, actor))
            : Outcome.Refuse(nameof(Organisation), "Kies een organisatie.");
    }

    private Outcome Leave(Initiative initiative, long partyId, Subjects.Actor actor) =>
        MayAsk || initiative.GroundRulesParties.Exists(p => p.Id == partyId && p.OrganisationId == PartnerId)
            ? initiative.LeaveAsParty(partyId, actor)
            : Outcome.Refuse("", "Een andere organisatie gaat daar zelf over.");
}
