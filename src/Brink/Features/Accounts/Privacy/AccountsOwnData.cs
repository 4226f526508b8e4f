using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Privacy;

/// <summary>
/// The person, the keys to the account, the links that were mailed and what the person agreed to. The row itself is
/// emptied by <see cref="Erasing"/>, as the last of all.
/// </summary>
public sealed class AccountsOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } =
    [
        typeof(PersonClaim),
        typeof(PersonLogin),
        typeof(PersonToken),
        typeof(PersonPasskey),
        typeof(AccessLink),
        typeof(Consent),
    ];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var me = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellation);
        var passkeys = await db
            .PersonPasskeys.AsNoTracking()
            .Where(k => k.UserId == personId)
            .ToArrayAsync(cancellation);
        var links = await db
            .AccessLinks.AsNoTracking()
            .Where(l => l.PersonId == personId)
            .OrderByDescending(l => l.ExpiresAt)
            .Select(l => new { l.ExpiresAt, l.UsedAt })
            .ToArrayAsync(cancellation);
        var consents = await db
            .Consents.AsNoTracking()
            .Where(c => c.PersonId == personId)
            .OrderByDescending(c => c.GivenAt)
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Uw account"],
            "account",
            [
                Account(T, me),
                .. passkeys.Select(
                    IReadOnlyList<OwnFact> (key) =>
                        [
                            new(T["Passkey"], key.Data.Name ?? T["zonder naam"]),
                            new(T["Toegevoegd op"], Formats.Moment(key.Data.CreatedAt)),
                        ]
                ),
                .. consents.Select(
                    IReadOnlyList<OwnFact> (consent) =>
                        [
                            new(T["Toestemming"], T.NameOf(consent.Purpose)),
                            new(T["Gegeven op"], Formats.Moment(consent.GivenAt)),
                            new(T["Ingetrokken op"], Moment(T, consent.WithdrawnAt)),
                        ]
                ),
                .. links.Select(
                    IReadOnlyList<OwnFact> (link) =>
                        [
                            new(T["Link die wij u mailden, werkt tot"], Formats.Moment(link.ExpiresAt)),
                            new(T["Gebruikt op"], Moment(T, link.UsedAt)),
                        ]
                ),
            ]
        );
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    )
    {
        await db.Set<PersonClaim>().Where(c => c.UserId == personId).ExecuteDeleteAsync(cancellation);
        await db.Set<PersonLogin>().Where(l => l.UserId == personId).ExecuteDeleteAsync(cancellation);
        await db.Set<PersonToken>().Where(t => t.UserId == personId).ExecuteDeleteAsync(cancellation);
        await db.PersonPasskeys.Where(p => p.UserId == personId).ExecuteDeleteAsync(cancellation);
        await db.AccessLinks.Where(l => l.PersonId == personId).ExecuteDeleteAsync(cancellation);
        await db.Consents.Where(c => c.PersonId == personId).ExecuteDeleteAsync(cancellation);
    }

    private static List<OwnFact> Account(Texts T, Person me) =>
        [
            new(T["Naam"], me.Name),
            new(T["Mailadres"], me.Email ?? T["niet bekend"]),
            new(T["Mailadres bevestigd"], me.EmailConfirmed ? T["Ja"] : T["Nee"]),
            new(T["Nieuw mailadres dat op bevestiging wacht"], me.NewEmail ?? T["geen"]),
            new(T["Telefoonnummer"], me.PhoneNumber ?? T["niet bekend"]),
            new(T["Taal van uw mails"], me.Language),
            new(T["Bekend sinds"], Formats.Moment(me.CreatedAt)),
            new(T["Laatst ingelogd"], Moment(T, me.LastSignedInAt)),
            new(T["Wachtwoord"], me.HasPassword ? T["Ja"] : T["Nee"]),
            new(T["Tweede stap"], me.TwoFactorEnabled ? T["Ja"] : T["Nee"]),
            new(T["Telefoonnummer en mailadres staan bij uw taak"], me.ContactIsShared ? T["Ja"] : T["Nee"]),
        ];

    private static string Moment(Texts T, DateTimeOffset? moment) =>
        moment is { } known ? Formats.Moment(known) : T["niet"];
}
