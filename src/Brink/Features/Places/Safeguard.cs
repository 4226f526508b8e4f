using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places;

/// <summary>
/// Of what gives power over Brink or over money the others who look after the same thing hear by mail, so that what one
/// did alone, or somebody else in that person's name, shows at once.
/// </summary>
public static class Safeguard
{
    /// <param name="entry">The line in the journal that says what happened.</param>
    /// <param name="about">Whoever it is about needs no such mail.</param>
    public static async Task TellAdministratorsAsync(
        this BrinkDb db,
        JournalEntry entry,
        DateOnly today,
        CancellationToken cancellation,
        long? about = null
    ) =>
        await TellAsync(
            db,
            db.RoleHoldings.Where(h => h.Role == Role.Administrator && h.PersonId != about),
            entry,
            today,
            cancellation
        );

    public static async Task TellTreasurersAsync(
        this BrinkDb db,
        long organisationId,
        JournalEntry entry,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        await TellAsync(
            db,
            db.RoleHoldings.Where(h => h.Role == Role.Treasurer && h.OrganisationId == organisationId),
            entry,
            today,
            cancellation
        );

    private static async Task TellAsync(
        BrinkDb db,
        IQueryable<RoleHolding> holders,
        JournalEntry entry,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var hearers = await holders
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Where(h => h.PersonId != entry.PersonId && h.Person!.Email != null)
            .Select(h => h.PersonId)
            .Distinct()
            .ToArrayAsync(cancellation);
        db.MailMessages.AddRange(hearers.Select(person => MailMessage.Safeguard(person, entry.Id, entry.At)));
    }
}
