using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

public enum LinkState
{
    Open,
    Expired,
    Confirmed,
    Withdrawn,
}

/// <summary>
/// Where the link in the receipt leads: confirm, or take back. Opening it changes nothing, because mail programs open
/// links too.
/// </summary>
[AllowAnonymous]
public class ConfirmModel : BrinkPage
{
    public Initiative Initiative { get; private set; } = null!;

    public AccessLink Link { get; private set; } = null!;

    public LinkState State { get; private set; }

    public string VillageName { get; private set; } = "";

    public string SenderName => Link.Person!.Name;

    public string ShowAddress => InitiativeLinks.Show(Initiative.Id, Initiative.Subject.Slug);

    public bool NewLinkIsSent { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, string? nieuw)
    {
        NewLinkIsSent = nieuw is not null;
        return await FindAsync(secret) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (!await FindAsync(secret))
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                await FindAsync(secret);
                if (State == LinkState.Confirmed)
                {
                    return Outcome.Done;
                }

                var used = Link.Use(Time.GetUtcNow());
                if (!used.Succeeded)
                {
                    return used;
                }

                var terms = await ServiceTermsOf.VillageAsync(Db, Initiative.VillageId, Today);
                var outcome = Initiative.Confirm(Sender(), terms);
                if (outcome.Succeeded)
                {
                    Link.Person!.EmailConfirmed = true;
                    await FollowAsync();
                }

                return outcome;
            },
            () => Here(secret),
            () => FindAsync(secret)
        );
    }

    /// <summary>Taken back before anybody saw it.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string secret)
    {
        if (!await FindAsync(secret))
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                await FindAsync(secret);
                if (State == LinkState.Withdrawn)
                {
                    return Outcome.Done;
                }

                if (State == LinkState.Confirmed)
                {
                    return Outcome.Refuse("", "Dit idee is al bevestigd. Log in om het in te trekken.");
                }

                var used = Link.Use(Time.GetUtcNow());
                return used.Succeeded ? Initiative.Withdraw(Sender()) : used;
            },
            () => Here(secret),
            () => FindAsync(secret)
        );
    }

    /// <summary>A new link to the same mailbox; an old one can ask once.</summary>
    public async Task<IActionResult> OnPostAgainAsync(string secret)
    {
        if (!await FindAsync(secret))
        {
            return NotFound();
        }

        var key = $"receipt-{Initiative.Id}-{Link.Id}";
        if (State == LinkState.Expired && !await Db.MailMessages.AnyAsync(m => m.Key == key))
        {
            Db.MailMessages.Add(
                new MailMessage
                {
                    Kind = MailKind.Receipt,
                    PersonId = Link.PersonId,
                    SubjectId = Initiative.Id,
                    Key = key,
                    NotBefore = Time.GetUtcNow(),
                }
            );
            try
            {
                await Db.SaveChangesAsync();
            }
            catch (DbUpdateException problem) when (Conflict.Is(problem))
            {
                // Pressed twice: one mail is enough.
            }
        }

        return LocalRedirect(Here(secret) + "?nieuw=1");
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
        if (link?.SubjectId is not { } id)
        {
            return false;
        }

        var initiative = await Db
            .Initiatives.Include(i => i.Subject)
            .Include(i => i.Contribution)
            .FirstOrDefaultAsync(i => i.Id == id);
        if (initiative is null)
        {
            return false;
        }

        (Link, Initiative) = (link, initiative);
        VillageName = await Db
            .Villages.Where(v => v.Id == initiative.VillageId)
            .Select(v => v.Subject!.Title)
            .SingleAsync();
        State = initiative.Intake switch
        {
            IntakeState.Withdrawn => LinkState.Withdrawn,
            IntakeState.AwaitingConfirmation => Time.GetUtcNow() < link.ExpiresAt && link.UsedAt is null
                ? LinkState.Open
                : LinkState.Expired,
            _ => LinkState.Confirmed,
        };
        return true;
    }

    private async Task FollowAsync()
    {
        if (!await Db.Follows.AnyAsync(f => f.SubjectId == Initiative.Id && f.PersonId == Link.PersonId))
        {
            Db.Follows.Add(
                new Follow
                {
                    SubjectId = Initiative.Id,
                    PersonId = Link.PersonId,
                    Frequency = Frequency.AtOnce,
                    Since = Time.GetUtcNow(),
                }
            );
        }
    }

    /// <summary>Who has the link is the sender, signed in or not.</summary>
    private Actor Sender() => Acts() with { PersonId = Link.PersonId };

    private static string Here(string secret) => "/idee/bevestigen/" + secret;
}
