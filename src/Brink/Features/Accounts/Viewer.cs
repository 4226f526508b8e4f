using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Accounts;

/// <summary>A role that counts today.</summary>
/// <param name="VillageId">The one village it is for; null for all the organisation's villages.</param>
/// <param name="Villages">The villages it reaches: the one it is for, or those its organisation represents.</param>
public sealed record HeldRole(
    Role Role,
    long OrganisationId,
    string OrganisationName,
    OrganisationKind OrganisationKind,
    long? VillageId,
    IReadOnlyList<long> Villages
);

/// <summary>Who looks or acts: the signed-in person with today's roles, or nobody. Access rules ask nothing else.</summary>
public sealed record Viewer(long? PersonId, string Name, IReadOnlyList<HeldRole> Roles)
{
    public static readonly Viewer Anonymous = new(null, "", []);

    public bool IsSignedIn => PersonId is not null;

    public bool Is(Role role) => Roles.Any(r => r.Role == role);

    /// <summary>Somebody who works for the municipality, in whatever role.</summary>
    public bool IsOfficial => Roles.Any(r => r.OrganisationKind == OrganisationKind.Municipality);

    public bool Holds(Role role, long villageId) => Roles.Any(r => r.Role == role && r.Villages.Contains(villageId));

    /// <summary>May speak for the organisation: a board role or contact person of it.</summary>
    public bool SpeaksFor(long organisationId) =>
        Roles.Any(r => r.OrganisationId == organisationId && SpeakingRoles.Contains(r.Role));

    /// <summary>Speaks for an association that represents the village.</summary>
    public bool SpeaksForVillage(long villageId) => AssociationOf(villageId) is not null;

    public HeldRole? AssociationOf(long villageId) =>
        Roles.FirstOrDefault(r =>
            r.OrganisationKind == OrganisationKind.Association
            && SpeakingRoles.Contains(r.Role)
            && r.Villages.Contains(villageId)
        );

    public static readonly Role[] SpeakingRoles =
    [
        Role.Chair,
        Role.Secretary,
        Role.Treasurer,
        Role.BoardMember,
        Role.ContactPerson,
    ];
}

/// <summary>The viewer of this request, filled before any page runs.</summary>
public sealed class CurrentViewer(TimeProvider time)
{
    public Viewer Viewer { get; set; } = Viewer.Anonymous;

    /// <summary>What the viewer does now, through the web.</summary>
    /// <param name="onBehalfOf">The organisation spoken for, after access was asked.</param>
    public Actor Acts(long? onBehalfOf = null) =>
        new(
            Viewer.PersonId,
            onBehalfOf,
            null,
            Channel.Web,
            time.GetUtcNow(),
            Platform.Localisation.DutchTime.Today(time)
        );
}
