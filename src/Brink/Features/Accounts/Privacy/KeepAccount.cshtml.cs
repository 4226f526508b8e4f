using Brink.Features.Journal;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Privacy;

/// <summary>The link in the warning that an unused account will go: one press keeps it, without signing in.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class KeepAccountModel : BrinkPage
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LinkAsync() is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await LinkAsync() is not { } link)
            {
                return NotFound();
            }

            var person = link.Person!;
            if (person.EraseAnnouncedAt is null)
            {
                // Pressed before, or signed in: it stays already.
                IsDone = true;
                return Page();
            }

            person.Keep(Time.GetUtcNow());
            Db.Journal.Add(JournalEntry.General(AccountVerbs.Kept, Acts() with { PersonId = person.Id }));
            try
            {
                await Db.SaveChangesAsync(HttpContext.RequestAborted);
                IsDone = true;
                return Page();
            }
            catch (Exception problem) when (attempt < 4 && Conflict.Is(problem))
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    private Task<AccessLink?> LinkAsync()
    {
        var hash = Platform.Secret.Hash(Secret);
        var now = Time.GetUtcNow();
        return Db
            .AccessLinks.Include(l => l.Person)
            .FirstOrDefaultAsync(l =>
                l.SecretHash == hash && l.Purpose == LinkPurpose.KeepAccount && l.ExpiresAt > now
            );
    }
}
