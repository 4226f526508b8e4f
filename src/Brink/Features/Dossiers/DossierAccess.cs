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
}

/// <summary>What deciding about access needs to know of a dossier.</summary>
public sealed record DossierStanding(Visibility Visibility, long OrganisationId, long? OwnerId);

/// <summary>
/// Everyone reads what is public. Every policy officer of the municipality works in every dossier, so that nothing waits
/// for somebody who is away; what each did stands in the journal.
/// </summary>
public static class DossierAccess
{
    public static bool MayOpenDossiers(this Viewer viewer) => viewer.Is(Role.PolicyOfficer);

    public static bool May(this Viewer viewer, DossierAct act, DossierStanding dossier) =>
        act switch
        {
            DossierAct.See => dossier.Visibility == Visibility.Public || Works(viewer, dossier),
            _ => Works(viewer, dossier),
        };

    /// <summary>One query; null when there is no such dossier.</summary>
    public static Task<DossierStanding?> DossierStandingAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    ) =>
        db
            .Dossiers.AsNoTracking()
            .Where(d => d.Id == id)
            .Select(d => new DossierStanding(d.Subject.Visibility, d.OrganisationId, d.OwnerId))
            .FirstOrDefaultAsync(cancellation);

    private static bool Works(Viewer viewer, DossierStanding dossier) =>
        viewer.Roles.Any(r => r.Role == Role.PolicyOfficer && r.OrganisationId == dossier.OrganisationId);
}
