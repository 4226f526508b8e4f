using Brink.Features.Accounts;
using Brink.Features.Places;

namespace Brink.Features.Exchange.Experts;

public enum ExpertAct
{
    /// <summary>Change it, leave, answer what is asked.</summary>
    Keep,

    /// <summary>Call it the own specialist of an association.</summary>
    Mark,
}

/// <param name="OnBehalfOfId">The organisation whose knowledge it is.</param>
public sealed record ExpertStanding(long? KeeperId, long? OnBehalfOfId);

/// <summary>Who may do what on the list of who knows.</summary>
public static class ExpertAccess
{
    public static bool May(this Viewer viewer, ExpertAct act, ExpertStanding expert) =>
        act switch
        {
            ExpertAct.Keep => (viewer.PersonId is { } person && expert.KeeperId == person)
                || (expert.OnBehalfOfId is { } organisation && viewer.SpeaksFor(organisation)),
            ExpertAct.Mark => AssociationsOf(viewer).Any(),
            _ => false,
        };

    /// <summary>A question is read by who asked it and by who was asked.</summary>
    public static bool MayReadQuestion(this Viewer viewer, ExpertStanding expert, long askerId) =>
        viewer.PersonId == askerId || viewer.May(ExpertAct.Keep, expert);

    /// <summary>The associations for which the viewer may pick a specialist.</summary>
    public static IEnumerable<HeldRole> AssociationsOf(Viewer viewer) =>
        viewer
            .Roles.Where(r =>
                r.OrganisationKind == OrganisationKind.Association && Viewer.SpeakingRoles.Contains(r.Role)
            )
            .DistinctBy(r => r.OrganisationId);
}
