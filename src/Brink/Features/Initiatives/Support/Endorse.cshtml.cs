using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>An association says, in its own words, that it backs an initiative or worries about it, or takes that back.</summary>
[Authorize]
public sealed class EndorseModel() : SupportPage(SupportAct.Endorse)
{
    [BindProperty]
    public long? OrganisationId { get; set; }

    [BindProperty]
    public EndorsementState? State { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    public IReadOnlyList<Choice> Associations =>
        [.. Viewer.Endorses(Standing).Select(r => new Choice(r.OrganisationId, r.OrganisationName))];

    public IReadOnlyList<Choice> Standings =>
        [
            new(EndorsementState.Backs, T["De vereniging steunt dit"]),
            new(EndorsementState.HasConcern, T["De vereniging heeft een zorg"]),
            new(EndorsementState.TakenBack, T["De vereniging zegt hier niets (meer) over"]),
        ];

    /// <summary>What the viewer's associations said so far.</summary>
    public IReadOnlyList<EndorsementView> Known { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(EndorseAsync, () => SupportLinks.Endorse(Head.Id) + "?bewaard=ja", ReadAsync);

    protected override async Task ReadAsync()
    {
        var mine = Viewer.Endorses(Standing).Select(r => r.OrganisationId).ToArray();
        Known = await Db
            .Endorsements.AsNoTracking()
            .Where(e => e.InitiativeId == Head.Id && mine.Contains(e.OrganisationId))
            .Where(e => e.State != EndorsementState.TakenBack)
            .Select(e => new EndorsementView(
                e.Organisation!.Name,
                e.State,
                e.Concern != null ? e.Concern.Text : e.Text,
                e.At
            ))
            .ToArrayAsync(Aborted);
    }

    private async Task<Outcome> EndorseAsync()
    {
        var roles = Viewer.Endorses(Standing).ToArray();
        var role = roles.Length == 1 ? roles[0] : roles.FirstOrDefault(r => r.OrganisationId == OrganisationId);
        var typed = Outcome.Of([
            .. role is null
                ? [new Refusal(nameof(OrganisationId), "Kies namens welke vereniging u dit zegt.")]
                : Array.Empty<Refusal>(),
            .. State is null ? [new Refusal(nameof(State), "Kies wat de vereniging vindt.")] : Array.Empty<Refusal>(),
            .. Typed.Fits(nameof(Text), Text, 1500, 4000),
        ]);
        if (!typed.Succeeded)
        {
            return typed;
        }

        var endorsement = await Db
            .Endorsements.Include(e => e.Concern!.Contribution)
            .FirstOrDefaultAsync(e => e.InitiativeId == Head.Id && e.OrganisationId == role!.OrganisationId, Aborted);
        if (endorsement is null)
        {
            endorsement = Endorsement.Of(Head.Id, role!.OrganisationId);
            endorsement.MunicipalityId = Db.TenantId;
            await Db.Endorsements.AddAsync(endorsement, Aborted);
        }

        return await DecideAsync(endorsement, Acts(role!.OrganisationId), role);
    }

    private async Task<Outcome> DecideAsync(Endorsement endorsement, Actor actor, HeldRole role)
    {
        var subject = await Db.Subjects.SingleAsync(s => s.Id == Head.Id, Aborted);
        switch (State)
        {
            case EndorsementState.Backs:
                subject.Happened(EndorsementVerbs.Given, actor, ("organisation", role.OrganisationId));
                return endorsement.Back(Text ?? "", actor);
            case EndorsementState.HasConcern:
                var home = role.Villages.Contains(Head.VillageId) ? Head.VillageId : (long?)null;
                var concern = Concern.Voice(
                    Head.Id,
                    0,
                    Text ?? "",
                    home,
                    By(actor, nameIsPublic: false),
                    actor,
                    isKnown: true
                );
                var worried = endorsement.Worry(concern, actor);
                if (worried.Succeeded)
                {
                    await Db.Concerns.AddAsync(concern, Aborted);
                    subject.Happened(EndorsementVerbs.Worried, actor, ("organisation", role.OrganisationId));
                    Note(ConcernVerbs.Voiced, actor, ("concern", concern.Id));
                }

                return worried;
            default:
                subject.Happened(EndorsementVerbs.TakenBack, actor, ("organisation", role.OrganisationId));
                return endorsement.TakeBack(actor);
        }
    }
}
