using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

public enum DossierAct
{
    See,

    /// <summary>Write in it, move it on, put up documents, open rounds and answer reactions.</summary>
    Work,

    /// <summary>Give it to another policy officer.</summary>
    HandOver,

    /// <summary>Tell an association that doesn't want it by mail.</summary>
    Tell,

    /// <summary>Say something back in confidence.</summary>
    SayBack,

    /// <summary>Read who opened it in confidence.</summary>
    SeeOpenings,
}

/// <summary>What deciding about access needs to know of a dossier.</summary>
/// <param name="Readers">Who may read it in confidence; empty or null once it is over with that.</param>
public sealed record DossierStanding(
    Visibility Visibility,
    long OrganisationId,
    long? OwnerId,
    IReadOnlyCollection<ReaderOf>? Readers = null
);

/// <param name="Id">Of the row that names the reader.</param>
public sealed record ReaderOf(long Id, long? PersonId, long OrganisationId);

/// <summary>
/// Everyone reads what is public. Every policy officer of the municipality works in every dossier, so that nothing waits
/// for somebody who is away; what each did stands in the journal. In confidence only named readers read along.
/// </summary>
public static class DossierAccess
{
    public static bool MayOpenDossiers(this Viewer viewer) => viewer.Is(Role.PolicyOfficer);

    public static bool May(this Viewer viewer, DossierAct act, DossierStanding dossier) =>
        act switch
        {
            DossierAct.See => dossier.Visibility == Visibility.Public
                || Works(viewer, dossier)
                || viewer.ReaderOf(dossier) is not null,
            DossierAct.Tell => dossier.Visibility == Visibility.Public && viewer.Is(Role.Liaison),
            DossierAct.SayBack => viewer.ReaderOf(dossier) is not null,
            DossierAct.SeeOpenings => Works(viewer, dossier) || viewer.ReaderOf(dossier) is not null,
            _ => Works(viewer, dossier),
        };

    /// <summary>As whom the viewer reads in confidence; null for who was not asked, or no longer speaks for who was.</summary>
    public static ReaderOf? ReaderOf(this Viewer viewer, DossierStanding dossier) =>
        viewer.PersonId is { } me && dossier.Visibility == Visibility.Restricted
            ? dossier.Readers?.FirstOrDefault(r => r.PersonId == me && viewer.SpeaksFor(r.OrganisationId))
            : null;

    /// <summary>One query; null when there is no such dossier.</summary>
    public static Task<DossierStanding?> DossierStandingAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    ) =>
        db
            .Dossiers.AsNoTracking()
            .Where(d => d.Id == id)
            .Select(d => new DossierStanding(
                d.Subject.Visibility,
                d.OrganisationId,
                d.OwnerId,
                db.DossierReaders.Where(r =>
                        r.DossierId == d.Id && r.RemovedOn == null && d.State == DossierState.InConfidence
                    )
                    .Select(r => new ReaderOf(r.Id, r.PersonId, r.OrganisationId))
                    .ToArray()
            ))
            .FirstOrDefaultAsync(cancellation);

    private static bool Works(Viewer viewer, DossierStanding dossier) =>
        viewer.Roles.Any(r => r.Role == Role.PolicyOfficer && r.OrganisationId == dossier.OrganisationId);
}
