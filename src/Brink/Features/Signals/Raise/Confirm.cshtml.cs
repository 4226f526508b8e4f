using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Raise;

/// <summary>
/// Where the link in the receipt leads: confirm, or take back. Opening it changes nothing, because mail programs open
/// links too.
/// </summary>
[AllowAnonymous]
public class ConfirmModel : BrinkPage
{
    public Signal Signal { get; private set; } = null!;
    public bool IsExpired => Link.UsedAt is not null || Time.GetUtcNow() >= Link.ExpiresAt;

    private AccessLink Link { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(string secret) => await FindAsync(secret) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string secret) =>
        ActAsync(
            secret,
            async () =>
            {
                if (Signal.State is not (SignalState.AwaitingConfirmation or SignalState.Withdrawn))
                {
                    return Outcome.Done;
                }

                var used = Link.Use(Time.GetUtcNow());
                if (!used.Succeeded)
                {
                    return used;
                }

                var outcome = Signal.Confirm(
                    Sender(),
                    await ServiceTermsOf.VillageAsync(Db, Signal.VillageId, Today, HttpContext.RequestAborted)
                );
                if (outcome.Succeeded)
                {
                    Link.Person!.EmailConfirmed = true;
                    if (!await Db.Follows.AnyAsync(f => f.SubjectId == Signal.Id && f.PersonId == Link.PersonId))
                    {
                        SignalRaising.Follow(Db, Signal.Id, Link.PersonId, Time.GetUtcNow());
                    }
                }

                return outcome;
            }
        );

    /// <summary>Taken back before anybody saw it.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string secret) =>
        ActAsync(
            secret,
            () =>
            {
                if (Signal.State == SignalState.Withdrawn)
                {
                    return Task.FromResult(Outcome.Done);
                }

                if (Signal.State != SignalState.AwaitingConfirmation)
                {
                    return Task.FromResult(
                        Outcome.Refuse("", "Dit signaal is al bevestigd. Log in om het in te trekken.")
                    );
                }

                var used = Link.Use(Time.GetUtcNow());
                return Task.FromResult(used.Succeeded ? Signal.Withdraw(Sender()) : used);
            }
        );

    private async Task<IActionResult> ActAsync(string secret, Func<Task<Outcome>> act)
    {
        if (!await FindAsync(secret))
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                await FindAsync(secret);
                return await act();
            },
            () => SignalLinks.ConfirmHandIn(secret),
            () => FindAsync(secret)
        );
    }

    private async Task<bool> FindAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        if (secret.Length > 100)
        {
            return false;
        }

        var hash = Secret.Hash(secret);
        var link = await Db
            .AccessLinks.Include(l => l.Person)
            .FirstOrDefaultAsync(l => l.SecretHash == hash && l.Purpose == LinkPurpose.ConfirmHandIn);
        var signal = link is null
            ? null
            : await Db
                .Signals.Include(s => s.Subject.Promises)
                .Include(s => s.Contribution)
                .FirstOrDefaultAsync(s => s.Id == link.SubjectId);
        if (signal is null)
        {
            return false;
        }

        (Link, Signal) = (link!, signal);
        return true;
    }

    /// <summary>Who has the link is the sender, signed in or not.</summary>
    private Actor Sender() => Acts() with { PersonId = Link.PersonId };
}
