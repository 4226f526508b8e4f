using Brink.Features.Accounts;

namespace Brink.Features.Agenda;

/// <summary>An agenda is of those who speak for the organisation, to see and to keep; of nobody else.</summary>
public static class AgendaAccess
{
    public static bool MayKeepAgenda(this Viewer viewer, long organisationId) => viewer.SpeaksFor(organisationId);

    /// <summary>The organisations whose agenda the viewer keeps.</summary>
    public static IReadOnlyList<HeldRole> Agendas(this Viewer viewer) =>
        [.. viewer.Roles.Where(r => viewer.MayKeepAgenda(r.OrganisationId)).DistinctBy(r => r.OrganisationId)];
}
