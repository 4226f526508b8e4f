using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Features.Accounts.Privacy;

/// <summary>
/// The link in the mail to a new address. Opening it does nothing yet; the button changes the address, tells the old one
/// and lets older links to sign in die. Who has the link has the mailbox, so no session is asked.
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class ConfirmAddressModel : BrinkPage
{
    private const int MostAttempts = 4;

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public string NewAddress { get; private set; } = "";
    public bool IsDone { get; private set; }
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LinkAsync() is not { } link)
        {
            return NotFound();
        }

        NewAddress = link.Person!.NewEmail ?? "";
        return link.Use(Time.GetUtcNow()) is { Succeeded: false } refused ? Failed(refused)
            : NewAddress.Length == 0 ? Failed(Unknown())
            : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await LinkAsync() is not { } link)
            {
                return NotFound();
            }

            try
            {
                var outcome = await ChangeAsync(link);
                IsDone = outcome.Succeeded;
                return IsDone ? Page() : Failed(outcome);
            }
            catch (DbUpdateException taken)
                when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                return Failed(
                    Outcome.Refuse("", "Met dit mailadres is al iemand bekend bij Brink. Gebruik een ander adres.")
                );
            }
            catch (Exception problem) when (attempt < MostAttempts && Conflict.Is(problem))
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome> ChangeAsync(AccessLink link)
    {
        var now = Time.GetUtcNow();
        var outcome = link.Use(now);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        var person = link.Person!;
        var left = person.Email;
        outcome = person.ConfirmAddress();
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        var entry = JournalEntry.General(AccountVerbs.AddressChanged, Acts() with { PersonId = person.Id });
        Db.Journal.Add(entry);
        if (left is not null)
        {
            Db.MailMessages.Add(MailMessage.AddressLeft(person.Id, left, entry.Id, now));
        }

        Db.AccessLinks.RemoveRange(
            await Db
                .AccessLinks.Where(l => l.PersonId == person.Id && l.Id != link.Id && l.UsedAt == null)
                .Where(l => l.Purpose == LinkPurpose.SignIn || l.Purpose == LinkPurpose.Invitation)
                .ToArrayAsync(HttpContext.RequestAborted)
        );
        await Db.SaveChangesAsync(HttpContext.RequestAborted);
        return Outcome.Done;
    }

    private Task<AccessLink?> LinkAsync()
    {
        var hash = Platform.Secret.Hash(Secret);
        return Db
            .AccessLinks.Include(l => l.Person)
            .FirstOrDefaultAsync(l => l.SecretHash == hash && l.Purpose == LinkPurpose.ConfirmAddress);
    }

    private static Outcome Unknown() => Outcome.Refuse("", "Er wacht geen nieuw mailadres op bevestiging.");

    private PageResult Failed(Outcome outcome)
    {
        Db.ChangeTracker.Clear();
        var refusal = outcome.Refusals[0];
        Problem = T[refusal.Message, refusal.Arguments];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
