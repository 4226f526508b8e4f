using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>Signs in as one of the example's people; absent in a real installation.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class ExampleLinkModel(ExampleSignIn example) : SignInPage
{
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        if (await FindAsync(secret) is not { } person)
        {
            return NotFound();
        }

        Name = person.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        await SavedAsync(async () =>
        {
            Passed = await FindAsync(secret);
            if (Passed is not null)
            {
                ComesIn(Passed, SignInWay.Example);
            }

            return Outcome.Done;
        });
        return Passed is { } person ? await EnterAsync(person, SignInWay.Example) : NotFound();
    }

    private async Task<Person?> FindAsync(string secret) =>
        Tenant.IsExample && example.MailOf(secret) is { } mail
            ? await Db.People.FirstOrDefaultAsync(p => p.NormalizedEmail == mail)
            : null;
}
