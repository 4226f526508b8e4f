using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

public enum SignalAct
{
    See,

    /// <summary>Confirm for a sender without mail.</summary>
    ConfirmForSender,
    Triage,

    /// <summary>Give another day for the answer.</summary>
    MoveAnswer,
    Forward,

    /// <summary>Take over the answer, for an organisation that was asked.</summary>
    Accept,
    Answer,
    Merge,
    Split,
    HideDetails,

    /// <summary>Read the notes that went along when it was passed on.</summary>
    ReadNotes,
    Withdraw,
}

/// <summary>What deciding about access needs to know of a signal.</summary>
/// <param name="OnBehalfOfId">The association that raised it for itself.</param>
/// <param name="EnteredForId">The organisation that typed it in for somebody.</param>
/// <param name="AskedPeople">Colleagues to whom it was passed on.</param>
/// <param name="AskedOrganisations">Organisations to which it was passed on.</param>
/// <param name="TakenOverById">The organisation that accepted to answer.</param>
public sealed record SignalStanding(
    Visibility Visibility,
    long VillageId,
    long? SenderId,
    long? OnBehalfOfId,
    long? EnteredForId,
    IReadOnlyCollection<long> AskedPeople,
    IReadOnlyCollection<long> AskedOrganisations,
    long? TakenOverById
);

/// <summary>Who may do what with a signal. Pages, views and API ask here and nowhere else.</summary>
public static class SignalAccess
{
    public static bool May(this Viewer viewer, SignalAct act, SignalStanding signal) =>
        act switch
        {
            SignalAct.See => signal.Visibility switch
            {
                Visibility.Public => true,
                Visibility.Unconfirmed => IsSender(viewer, signal)
                    || viewer.SpeaksForVillage(signal.VillageId)
                    || viewer.Is(Role.Liaison),
                _ => IsSender(viewer, signal) || viewer.Is(Role.Liaison),
            },
            SignalAct.ConfirmForSender => viewer.SpeaksForVillage(signal.VillageId) || viewer.Is(Role.Liaison),
            // One liaison is fixed per village; another stands in during illness and holidays, openly in the journal.
            SignalAct.Triage
            or SignalAct.MoveAnswer
            or SignalAct.Forward
            or SignalAct.Merge
            or SignalAct.Split
            or SignalAct.HideDetails => viewer.Is(Role.Liaison),
            SignalAct.Answer => viewer.Is(Role.Liaison)
                || IsAskedColleague(viewer, signal)
                || (signal.TakenOverById is { } taker && WorksFor(viewer, taker)),
            SignalAct.Accept => signal.AskedOrganisations.Any(asked => WorksFor(viewer, asked)),
            SignalAct.ReadNotes => viewer.Is(Role.Liaison)
                || IsAskedColleague(viewer, signal)
                || signal.AskedOrganisations.Any(asked => WorksFor(viewer, asked)),
            SignalAct.Withdraw => IsSender(viewer, signal),
            _ => false,
        };

    private static bool IsSender(Viewer viewer, SignalStanding signal) =>
        (viewer.PersonId is { } person && signal.SenderId == person)
        || (signal.OnBehalfOfId is { } association && viewer.SpeaksFor(association))
        || (signal.EnteredForId is { } helper && viewer.SpeaksFor(helper));

    /// <summary>Asked by the liaison, and still working for the municipality.</summary>
    private static bool IsAskedColleague(Viewer viewer, SignalStanding signal) =>
        viewer.IsOfficial && viewer.PersonId is { } person && signal.AskedPeople.Contains(person);

    /// <summary>In whatever role: at the police or at welfare nobody is chair or secretary.</summary>
    private static bool WorksFor(Viewer viewer, long organisationId) =>
        viewer.Roles.Any(r => r.OrganisationId == organisationId);

    /// <summary>Two queries; null when there is no such signal.</summary>
    public static async Task<SignalStanding?> SignalStandingAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Signals.AsNoTracking()
            .Where(s => s.Id == id)
            .Select(s => new
            {
                s.Subject.Visibility,
                s.VillageId,
                s.Contribution!.ByPersonId,
                s.Contribution.OnBehalfOfId,
                s.Contribution.EnteredForId,
            })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var asked = await db
            .SignalForwards.AsNoTracking()
            .Where(f => f.SignalId == id)
            .Select(f => new
            {
                f.PersonId,
                f.OrganisationId,
                f.AcceptedAt,
            })
            .ToArrayAsync(cancellation);
        return new SignalStanding(
            found.Visibility,
            found.VillageId,
            found.ByPersonId,
            found.OnBehalfOfId,
            found.EnteredForId,
            [.. asked.Select(f => f.PersonId).OfType<long>()],
            [.. asked.Select(f => f.OrganisationId).OfType<long>()],
            asked.FirstOrDefault(f => f.AcceptedAt is not null)?.OrganisationId
        );
    }
}
