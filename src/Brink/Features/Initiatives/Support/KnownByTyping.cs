using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>The person somebody else types in: known by the mail address, or by telephone number and name together.</summary>
public static class KnownByTyping
{
    /// <summary>
    /// Within the caller's transaction, in which nobody else adds a person typed in: two helpers who enter the same
    /// neighbour at once find one person. A new one is added and saved.
    /// </summary>
    /// <returns>The person, and whether a name shown would be the one that was typed.</returns>
    public static async Task<(long PersonId, bool MayShowName)> FindOrAddAsync(
        BrinkDb db,
        string name,
        string telephone,
        string mail,
        Actor helper,
        CancellationToken cancellation
    )
    {
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(7423010, {(int)(db.TenantId % int.MaxValue)})",
            cancellation
        );
        var known =
            mail.Length > 0
                ? await ByMailAsync(db, mail, cancellation)
                : await ByTelephoneAsync(db, name, telephone, cancellation);
        if (known is not null)
        {
            // A helper must not learn the name behind an address.
            return (known.Id, string.Equals(known.Name, name.Trim(), StringComparison.CurrentCultureIgnoreCase));
        }

        var person =
            mail.Length > 0 ? Person.WithMail(name, mail, helper.At) : Person.WithTelephone(name, telephone, helper.At);
        person.PhoneNumber = telephone.Length > 0 ? telephone : null;
        await db.People.AddAsync(person, cancellation);
        db.Journal.Add(JournalEntry.General(PlacesVerbs.PersonAdded, helper, ("person", person.Id)));
        await db.SaveChangesAsync(cancellation);
        return (person.Id, true);
    }

    private static Task<Known?> ByMailAsync(BrinkDb db, string mail, CancellationToken cancellation)
    {
        var normalised = Person.Normalise(mail);
        return db
            .People.Where(p => p.NormalizedEmail == normalised)
            .Select(p => new Known(p.Id, p.Name))
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>A telephone may be a household's, so the name must be the same too; signs between digits mean nothing.</summary>
    private static async Task<Known?> ByTelephoneAsync(
        BrinkDb db,
        string name,
        string telephone,
        CancellationToken cancellation
    )
    {
        var digits = string.Concat(telephone.Where(char.IsAsciiDigit));
        var end = digits[^Math.Min(8, digits.Length)..];
        var alike = await db
            .Database.SqlQuery<KnownRow>(
                $"""
                SELECT p.id, p.name FROM people p
                WHERE p.municipality_id = {db.TenantId} AND p.phone_number IS NOT NULL
                  AND lower(p.name) = lower({name.Trim()})
                  AND right(regexp_replace(p.phone_number, '[^0-9]', '', 'g'), 8) = {end}
                ORDER BY p.id LIMIT 1
                """
            )
            .ToListAsync(cancellation);
        return alike.Select(row => new Known(row.Id, row.Name)).FirstOrDefault();
    }

    private sealed record Known(long Id, string Name);

    private sealed record KnownRow(long Id, string Name);
}
