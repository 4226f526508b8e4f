using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Somebody gets a role from a day on (P4).</summary>
public class GiveRoleModel : AdministrationPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? OrganisationId { get; set; }

    [BindProperty]
    public long? VillageId { get; set; }

    [BindProperty]
    public string? Topics { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public bool Invite { get; set; }

    public string PersonName { get; private set; } = "";
    public bool NeverSignedIn { get; private set; }
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];
    public IReadOnlyList<Choice> Villages { get; private set; } = [];

    public IEnumerable<Choice> Roles => Enum.GetValues<Role>().Select(role => new Choice(role, T.NameOf(role)));

    public async Task<IActionResult> OnGetAsync()
    {
        (From, Invite) = (From ?? Today, true);
        if (OrganisationId is null && WantedRole.Read(Request.Query) is { } wanted)
        {
            (Role, VillageId) = (wanted.Role, wanted.VillageId);
            OrganisationId = await wanted.OrganisationAsync(Db, Today, Aborted);
        }

        return await ReadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        return Role == Places.Role.Administrator && !SignedInJustNow
            ? LocalRedirect(AccountLinks.SignInAgain(Chosen()))
            : await SaveAsync(GiveAsync, () => Saved(AdministrationLinks.Person(Id)));
    }

    /// <summary>This page with what was chosen, to go on after signing in again.</summary>
    private string Chosen() =>
        QueryHelpers.AddQueryString(
            Request.Path,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [nameof(Role)] = Role?.ToString(),
                [nameof(OrganisationId)] = OrganisationId?.ToString(CultureInfo.InvariantCulture),
                [nameof(From)] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                [nameof(Until)] = Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }
        );

    private async Task<Outcome> GiveAsync()
    {
        // Chosen from a list, and asked for again: a list can be older than what it lists.
        var kind = await Db
            .Organisations.Where(o => o.Id == OrganisationId && o.EndedAt == null)
            .Select(o => (OrganisationKind?)o.Kind)
            .FirstOrDefaultAsync(Aborted);
        if (VillageId is not null && !await Db.Villages.AnyAsync(v => v.Id == VillageId, Aborted))
        {
            return Outcome.Refuse(nameof(VillageId), "Kies een dorp.");
        }

        var held = await Db.RoleHoldings.Where(h => h.PersonId == Id).ToArrayAsync(Aborted);
        var outcome = RoleRules.Give(
            Id,
            new RoleWords(OrganisationId, Role, VillageId, Topics, From, Until),
            kind,
            await RepresentedAsync(),
            held,
            out var given
        );
        if (given is not null)
        {
            Db.RoleHoldings.Add(given);
            var entry = Happened(
                PlacesVerbs.RoleGiven,
                ("person", Id),
                ("role", given.Role),
                ("organisation", given.OrganisationId)
            );
            if (given.Role == Places.Role.Administrator)
            {
                await Db.TellAdministratorsAsync(entry, Today, Aborted, about: Id);
            }

            if (Invite && NeverSignedIn)
            {
                Db.MailMessages.Add(MailMessage.Invitation(Id, given.Id, Time.GetUtcNow()));
            }
        }

        return outcome;
    }

    /// <summary>The villages the organisation speaks for during the role, as far as that still has to come.</summary>
    private Task<long[]> RepresentedAsync()
    {
        var from = From < Today && !(Until < Today) ? Today : From;
        return Db
            .Representations.Where(r =>
                r.OrganisationId == OrganisationId
                && (r.From == null || Until == null || r.From <= Until)
                && (r.To == null || from == null || r.To >= from)
            )
            .Select(r => r.VillageId)
            .ToArrayAsync(Aborted);
    }

    private async Task<bool> ReadAsync()
    {
        var person = await Db
            .People.Where(p => p.Id == Id && p.ErasedAt == null)
            .Select(p => new
            {
                p.Name,
                p.Email,
                p.LastSignedInAt,
            })
            .FirstOrDefaultAsync(Aborted);
        if (person is null)
        {
            return false;
        }

        (PersonName, NeverSignedIn) = (person.Name, person is { Email: not null, LastSignedInAt: null });
        Organisations =
        [
            .. (
                await Db
                    .Organisations.AsNoTracking()
                    .Where(o => o.EndedAt == null)
                    .OrderBy(o => o.Name)
                    .Select(o => new { o.Id, o.Name })
                    .ToArrayAsync(Aborted)
            ).Select(o => new Choice(o.Id, o.Name)),
        ];
        Villages =
        [
            .. (
                await Db
                    .Villages.AsNoTracking()
                    .OrderBy(v => v.Subject!.Title)
                    .Select(v => new { v.Id, v.Subject!.Title })
                    .ToArrayAsync(Aborted)
            ).Select(v => new Choice(v.Id, v.Title)),
        ];
        return true;
    }
}
