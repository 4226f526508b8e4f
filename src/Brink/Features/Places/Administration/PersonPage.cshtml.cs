using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>The roles somebody holds and held (P4).</summary>
public class PersonPageModel : AdministrationPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<RoleHolding> Holdings { get; private set; } = [];

    public IEnumerable<RoleHolding> Now => Holdings.Where(h => h.To is null || h.To >= Today);

    public IEnumerable<RoleHolding> Before => Holdings.Where(h => h.To < Today);

    /// <summary>
    /// The address of somebody who works for the municipality, or agreed to show it, or was only just given a role and
    /// never came in: then an administrator typed it. Never that of a resident otherwise (P8).
    /// </summary>
    public string? Mail =>
        Now.Any()
        && (
            Person.ContactIsShared
            || Person is { LastSignedInAt: null, EmailConfirmed: false }
            || Now.Any(h => h.Organisation!.Kind == OrganisationKind.Municipality)
        )
            ? Person.Email
            : null;

    /// <summary>Somebody with a mail address who never came in can be asked in.</summary>
    public bool CanBeInvited => Person is { Email: not null, LastSignedInAt: null } && Now.Any();

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync() =>
        await ReadAsync() ? await SaveAsync(InviteAsync, () => AdministrationLinks.Person(Id)) : NotFound();

    private async Task<Outcome> InviteAsync()
    {
        var holding = Now.LastOrDefault();
        if (!CanBeInvited || holding is null)
        {
            return Outcome.Refuse("", "Deze persoon heeft nu geen uitnodiging nodig.");
        }

        var invitation = MailMessage.Invitation(Id, holding.Id, Time.GetUtcNow());
        if (await Db.MailMessages.AnyAsync(m => m.Key == invitation.Key, Aborted))
        {
            return Outcome.Refuse(
                "",
                "Deze uitnodiging is al verstuurd. Via Inloggen kan de persoon zelf een nieuwe link vragen."
            );
        }

        Db.MailMessages.Add(invitation);
        return Outcome.Done;
    }

    private async Task<bool> ReadAsync()
    {
        var person = await Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == Id && p.ErasedAt == null, Aborted);
        if (person is null)
        {
            return false;
        }

        Person = person;
        Holdings = await Db
            .RoleHoldings.AsNoTracking()
            .Include(h => h.Organisation)
            .Include(h => h.Village!.Subject)
            .Where(h => h.PersonId == Id)
            .OrderBy(h => h.From)
            .ThenBy(h => h.Id)
            .ToArrayAsync(Aborted);
        return true;
    }
}
