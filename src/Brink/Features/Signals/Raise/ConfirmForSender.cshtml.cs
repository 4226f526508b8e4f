using Brink.Features.Initiatives;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Raise;

/// <summary>The contact person or the liaison has called a sender without mail, and confirms for them.</summary>
[Authorize]
public class ConfirmForSenderModel : BrinkPage
{
    public Signal Signal { get; private set; } = null!;

    /// <summary>Shown to who must call, and to nobody else; the sender asked for it.</summary>
    public string SenderName { get; private set; } = "";
    public string? Telephone { get; private set; }

    /// <summary>A sender with mail confirms in person: nobody can publish under another's address.</summary>
    public bool HasMail { get; private set; }

    public string ShowAddress => SignalLinks.Show(Signal.Id, Signal.Subject.Slug);

    public async Task<IActionResult> OnGetAsync(long id) => await FindAsync(id) ?? Page();

    public Task<IActionResult> OnPostAsync(long id) =>
        ActAsync(
            id,
            async () =>
                Signal.Confirm(
                    Acts(Viewer.AssociationOf(Signal.VillageId)?.OrganisationId),
                    await ServiceTermsOf.VillageAsync(Db, Signal.VillageId, Today, HttpContext.RequestAborted)
                ),
            () => ShowAddress
        );

    public Task<IActionResult> OnPostWithdrawAsync(long id) =>
        ActAsync(
            id,
            () =>
                Task.FromResult(
                    Signal.State == SignalState.AwaitingConfirmation
                        ? Signal.Withdraw(Acts(Viewer.AssociationOf(Signal.VillageId)?.OrganisationId))
                        : Outcome.Refuse("", "Dit signaal wacht niet meer op een telefoontje.")
                ),
            () => SignalLinks.List
        );

    private async Task<IActionResult> ActAsync(long id, Func<Task<Outcome>> act, Func<string> address)
    {
        if (await FindAsync(id) is { } refusal)
        {
            return refusal;
        }

        return await DoAsync(
            async () =>
            {
                await FindAsync(id);
                return HasMail
                    ? Outcome.Refuse("", "Wie een mailadres opgaf, bevestigt zelf met de link in de mail.")
                    : await act();
            },
            address,
            () => FindAsync(id)
        );
    }

    /// <returns>Null when it is there and the viewer may confirm it.</returns>
    private async Task<IActionResult?> FindAsync(long id)
    {
        Response.Headers.CacheControl = "no-store";
        var standing = await Db.SignalStandingAsync(id, HttpContext.RequestAborted);
        if (standing is null || !Viewer.May(SignalAct.See, standing))
        {
            return NotFound();
        }

        if (!Viewer.May(SignalAct.ConfirmForSender, standing))
        {
            return Forbid();
        }

        Signal = await Db
            .Signals.Include(s => s.Subject.Promises)
            .Include(s => s.Contribution)
                .ThenInclude(c => c!.ByPerson)
            .SingleAsync(s => s.Id == id);
        var sender = Signal.Contribution!.ByPerson;
        (HasMail, SenderName) = (sender?.Email is not null, sender?.Name ?? "");
        Telephone = HasMail ? null : sender?.PhoneNumber;
        return null;
    }
}
