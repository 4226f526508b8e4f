using Brink.Features.Accounts;
using Brink.Features.Places;

namespace Brink.Features.Checks;

/// <summary>Who may answer: for an association who speaks for it, and each liaison for himself. Everyone reads the results.</summary>
public static class CheckAccess
{
    public static bool MayAnswer(this Viewer viewer, CheckVoice voice) =>
        voice.OrganisationId is { } association
            ? viewer.Roles.Any(r =>
                r.OrganisationId == association && r.OrganisationKind == OrganisationKind.Association
            ) && viewer.SpeaksFor(association)
            : viewer.PersonId is { } person && voice.PersonId == person && viewer.Is(Role.Liaison);

    /// <summary>All for which the viewer may answer, with what they are called; an empty name is the viewer's own.</summary>
    public static IReadOnlyList<(CheckVoice Voice, string Name)> VoicesOf(Viewer viewer) =>
        [
            .. viewer
                .Roles.Where(r =>
                    r.OrganisationKind == OrganisationKind.Association && viewer.SpeaksFor(r.OrganisationId)
                )
                .DistinctBy(r => r.OrganisationId)
                .Select(r => (new CheckVoice(r.OrganisationId, null), r.OrganisationName)),
            .. viewer.Is(Role.Liaison) && viewer.PersonId is { } person
                ? [(new CheckVoice(null, person), "")]
                : Array.Empty<(CheckVoice, string)>(),
        ];
}
