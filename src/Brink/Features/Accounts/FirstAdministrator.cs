using System.Globalization;
using System.Security.Cryptography;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Brink.Platform.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>What an installation begins with, as its first administrator fills it in.</summary>
public sealed record Beginning(
    string MunicipalityName,
    string CbsCode,
    string Host,
    string ContactName,
    string ContactMail,
    string ContactTelephone,
    string Name,
    string Mail
);

/// <summary>
/// Sets up an empty installation. The link on the console is sealed with the installation's keys, so that any instance
/// knows it; it is valid for a day, and only as long as there is no municipality: whoever comes first, ends it.
/// </summary>
public sealed class FirstAdministrator(
    IDataProtectionProvider protection,
    BrinkSettings settings,
    ITenantDirectory directory,
    TimeProvider time
)
{
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(1);
    private const long Lock = 7423002;
    private readonly IDataProtector protector = protection.CreateProtector("Brink.FirstAdministrator");

    /// <returns>A link for the console, or null when the installation has begun.</returns>
    public async Task<string?> LinkAsync(string site, CancellationToken cancellation = default)
    {
        if ((await directory.AllAsync(cancellation)).Count > 0)
        {
            return null;
        }

        var ends = (time.GetUtcNow() + LinkLasts).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return site + AccountLinks.FirstAdministrator(protector.Protect(ends));
    }

    public async Task<bool> IsOpenAsync(string secret, CancellationToken cancellation) =>
        IsValid(secret) && (await directory.AllAsync(cancellation)).Count == 0;

    /// <summary>
    /// Through the owner of the database, since the program's own role can't make a municipality. Of two at once the
    /// second waits and then finds the installation begun.
    /// </summary>
    public async Task<(Outcome Outcome, Person? Administrator)> BeginAsync(
        string secret,
        Beginning beginning,
        CancellationToken cancellation
    )
    {
        if (!IsValid(secret))
        {
            return (Begun(), null);
        }

        await using var db = new BrinkDb(Migrator.Options(settings.OwnerConnection));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        if (await db.Municipalities.AnyAsync(cancellation))
        {
            return (Begun(), null);
        }

        var person = Add(db, beginning);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        directory.Refresh();
        return (Outcome.Done, person);
    }

    private Person Add(BrinkDb db, Beginning beginning)
    {
        var now = time.GetUtcNow();
        var municipality = new Municipality
        {
            Name = beginning.MunicipalityName,
            Slug = Slug.From(beginning.MunicipalityName),
            CbsCode = beginning.CbsCode,
            Host = beginning.Host,
            Theme = "brink",
            ContactName = beginning.ContactName,
            ContactMail = beginning.ContactMail,
            ContactTelephone = beginning.ContactTelephone,
        };
        db.Municipalities.Add(municipality);
        db.TenantId = municipality.Id;
        var organisation = new Organisation
        {
            Kind = OrganisationKind.Municipality,
            Name = "Gemeente " + beginning.MunicipalityName,
            Mail = beginning.ContactMail,
            Telephone = beginning.ContactTelephone,
            MunicipalityId = municipality.Id,
        };
        var person = Person.WithMail(beginning.Name, beginning.Mail, now);
        person.MunicipalityId = municipality.Id;
        person.SignedIn(now);
        db.Organisations.Add(organisation);
        db.People.Add(person);
        var actor = new Actor(person.Id, null, null, Channel.Web, now, DutchTime.Today(time));
        db.RoleHoldings.Add(
            new RoleHolding
            {
                MunicipalityId = municipality.Id,
                PersonId = person.Id,
                OrganisationId = organisation.Id,
                Role = Role.Administrator,
                From = actor.Today,
            }
        );
        db.Journal.Add(JournalEntry.General(PlacesVerbs.MunicipalityAdded, actor));
        db.Journal.Add(JournalEntry.General(PlacesVerbs.OrganisationAdded, actor, ("organisation", organisation.Id)));
        db.Journal.Add(
            JournalEntry.General(PlacesVerbs.RoleGiven, actor, ("person", person.Id), ("role", Role.Administrator))
        );
        db.Journal.Add(JournalEntry.General(AccountVerbs.SignedIn, actor, ("way", SignInWay.FirstAdministrator)));
        return person;
    }

    private bool IsValid(string secret)
    {
        try
        {
            return long.TryParse(protector.Unprotect(secret), CultureInfo.InvariantCulture, out var ends)
                && time.GetUtcNow().ToUnixTimeSeconds() < ends;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static Outcome Begun() =>
        Outcome.Refuse("", "Deze link werkt niet meer: hij is verlopen, of Brink is al ingericht.");
}
