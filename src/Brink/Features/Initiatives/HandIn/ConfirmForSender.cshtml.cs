using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>The contact person or the liaison has called a sender without mail, and confirms for them.</summary>
[Authorize]
public class ConfirmForSenderModel : BrinkPage
{
    public Initiative Initiative { get; private set; } = null!;

    /// <summary>Shown to who must call, and to nobody else; the sender asked for it.</summary>
    public string SenderName { get; private set; } = "";

    public string? Telephone { get; private set; }

    /// <summary>
    /// The association calls its own residents. An official does so only where nobody speaks for the village, as the
    /// sender was told, or with consent (P8).
    /// </summary>
    public bool MayCall { get; private set; }

    /// <summary>A sender with mail confirms in person: nobody can publish under another's address.</summary>
    public bool HasMail { get; private set; }

    public bool IsWaiting => Initiative.Intake == IntakeState.AwaitingConfirmation;

    public string ShowAddress => InitiativeLinks.Show(Initiative.Id, Initiative.Subject.Slug);

    public async Task<IActionResult> OnGetAsync(long id) => await FindAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await FindAsync(id) is { } refusal)
        {
            return refusal;
        }

        return await DoAsync(
            async () =>
            {
                await FindAsync(id);
                if (HasMail)
                {
                    return Outcome.Refuse("", "Wie een mailadres opgaf, bevestigt zelf met de link in de mail.");
                }

                var terms = await ServiceTermsOf.VillageAsync(Db, Initiative.VillageId, Today);
                var speaksFor = Viewer.AssociationOf(Initiative.VillageId)?.OrganisationId;
                return Initiative.Confirm(Acts(speaksFor), terms);
            },
            () => ShowAddress,
            () => FindAsync(id)
        );
    }

    public async Task<IActionResult> OnPostWithdrawAsync(long id)
    {
        if (await FindAsync(id) is { } refusal)
        {
            return refusal;
        }

        return await DoAsync(
            async () =>
            {
                await FindAsync(id);
                return IsWaiting && !HasMail
                    ? Initiative.Withdraw(Acts(Viewer.AssociationOf(Initiative.VillageId)?.OrganisationId))
                    : Outcome.Refuse("", "Dit idee wacht niet meer op een telefoontje.");
            },
            () => InitiativeLinks.List,
            () => FindAsync(id)
        );
    }

    private Task<bool> HasAssociationAsync(long villageId) =>
        Db.Representations.AnyAsync(r =>
            r.VillageId == villageId
            && r.Organisation!.Kind == OrganisationKind.Association
            && r.Organisation.EndedAt == null
            && (r.From == null || r.From <= Today)
            && (r.To == null || r.To >= Today)
            && Db.RoleHoldings.Any(h =>
                h.OrganisationId == r.OrganisationId
                && Viewer.SpeakingRoles.Contains(h.Role)
                && h.From <= Today
                && (h.To == null || h.To >= Today)
            )
        );

    /// <returns>Null when it is there and the viewer may confirm it.</returns>
    private async Task<IActionResult?> FindAsync(long id)
    {
        var initiative = await Db
            .Initiatives.Include(i => i.Subject)
            .Include(i => i.Contribution)
                .ThenInclude(c => c!.ByPerson)
            .Include(i => i.Initiators)
            .Include(i => i.Colleagues)
            .FirstOrDefaultAsync(i => i.Id == id);
        if (initiative is null)
        {
            return NotFound();
        }

        var standing = InitiativeStanding.Of(initiative);
        if (!Viewer.May(InitiativeAct.See, standing))
        {
            return NotFound();
        }

        if (!Viewer.May(InitiativeAct.ConfirmForSender, standing))
        {
            return Forbid();
        }

        Initiative = initiative;
        var sender = initiative.Contribution!.ByPerson;
        HasMail = sender?.Email is not null;
        SenderName = sender?.Name ?? "";
        MayCall =
            Viewer.SpeaksForVillage(initiative.VillageId)
            || !await HasAssociationAsync(initiative.VillageId)
            || (
                sender is not null
                && await Consent.IsGivenAsync(
                    Db,
                    sender.Id,
                    ConsentPurpose.ContactForOfficials,
                    HttpContext.RequestAborted
                )
            );
        Telephone = HasMail || !MayCall ? null : sender?.PhoneNumber;
        return null;
    }
}
