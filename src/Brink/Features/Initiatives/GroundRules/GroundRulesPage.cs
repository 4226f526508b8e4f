using Brink.Features.Accounts;
using Brink.Features.Initiatives.Acts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>A page on which somebody speaks for one of the parties to the ground rules.</summary>
public abstract class GroundRulesPage()
    : InitiativeActPage(
        InitiativeAct.AgreeAsInitiators,
        InitiativeAct.AgreeAsPartner,
        InitiativeAct.AgreeAsMunicipality
    )
{
    /// <summary>
    /// One person speaks for one party, so that nobody agrees with himself: who carries the initiative stands on that
    /// side, also as an official.
    /// </summary>
    public RulesPartyKind Side =>
        May(InitiativeAct.AgreeAsInitiators) ? RulesPartyKind.Initiators
        : May(InitiativeAct.AgreeAsPartner) ? RulesPartyKind.Organisation
        : RulesPartyKind.Municipality;

    /// <summary>The organisation spoken for, where that is a further party.</summary>
    public long? PartnerId =>
        Side == RulesPartyKind.Organisation ? Standing.PartnerIds.First(id => Viewer.AnswersFor(id)) : null;

    public IReadOnlyList<RulesPartyView> Parties { get; private set; } = [];

    /// <summary>The viewer's party; null as long as nothing was proposed.</summary>
    public RulesPartyView? Own =>
        Parties.FirstOrDefault(p => p.IsIn && p.Kind == Side && p.OrganisationId == PartnerId);

    protected override async Task ReadAsync() => Parties = await Db.RulesPartiesAsync(Head.Id, Aborted);

    protected Task<Initiative> LoadRulesAsync() =>
        LoadAsync(q =>
            q.Include(i => i.Contribution)
                .Include(i => i.GroundRulesParties)
                .Include(i => i.GroundRulesVersions)
                    .ThenInclude(v => v.Responses)
                .AsSplitQuery()
        );

    /// <summary>
    /// Acts for the party, if the viewer still speaks for it. The role is written again with the same save, so the
    /// database knows which came first: a role that ended before counts no more, one that ends after did count.
    /// </summary>
    protected async Task<Outcome> SpeakAsync(Func<Initiative, Contribution, Actor, Outcome> act)
    {
        if (SpokenFor is { } organisation && !await StillSpeaksAsync(organisation))
        {
            return Outcome.Refuse("", "Uw rol is intussen beëindigd. Vraag iemand anders van uw organisatie.");
        }

        var actor = Side switch
        {
            RulesPartyKind.Initiators => ActsAsInitiator(),
            RulesPartyKind.Municipality => ActsAsOfficial(),
            _ => Acts(PartnerId),
        };
        var provenance = Side switch
        {
            RulesPartyKind.Initiators => ByInitiator(actor),
            RulesPartyKind.Municipality => ByOfficial(actor),
            _ => new Contribution
            {
                ByPersonId = actor.PersonId,
                OnBehalfOfId = actor.OnBehalfOfId,
                Channel = actor.Channel,
                At = actor.At,
            },
        };
        return act(await LoadRulesAsync(), provenance, actor);
    }

    /// <summary>The organisation by whose role the viewer speaks; null for who carries it in person.</summary>
    private long? SpokenFor =>
        (Side, Voice) switch
        {
            (RulesPartyKind.Initiators, Voice.Own) => null,
            (RulesPartyKind.Initiators, Voice.Association) => Standing.OnBehalfOfId,
            (RulesPartyKind.Initiators, _) => Standing.EnteredForId,
            (RulesPartyKind.Organisation, _) => PartnerId,
            _ => Viewer.Roles.First(r => r.OrganisationKind == OrganisationKind.Municipality).OrganisationId,
        };

    private async Task<bool> StillSpeaksAsync(long organisationId)
    {
        var (me, today) = (Viewer.PersonId, Today);
        var held = await Db
            .RoleHoldings.Include(h => h.Organisation)
            .Where(h => h.PersonId == me && h.OrganisationId == organisationId)
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .OrderBy(h => h.Id)
            .ToArrayAsync(Aborted);
        var counts = held.FirstOrDefault(h =>
            h.Organisation!.Kind switch
            {
                OrganisationKind.Municipality => h.Role == Role.Liaison || Standing.ColleagueIds.Contains(h.PersonId),
                OrganisationKind.Welfare => true,
                _ => Viewer.SpeakingRoles.Contains(h.Role),
            }
        );
        if (counts is null)
        {
            return false;
        }

        Db.Entry(counts).Property(h => h.To).IsModified = true;
        return true;
    }
}
