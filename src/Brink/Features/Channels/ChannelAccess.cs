using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Channels;

public enum ChannelAct
{
    /// <summary>Open posts.</summary>
    Read,

    /// <summary>Closed posts too.</summary>
    ReadAll,
    Post,

    /// <summary>Somebody else's post.</summary>
    TakeAway,
}

/// <summary>What deciding about access needs to know of what a channel is about.</summary>
/// <param name="InitiatorIds">Who carries it.</param>
/// <param name="ColleagueIds">Officials who were brought in.</param>
/// <param name="OrganisationId">The association that carries it, or the organisation whose plan it is.</param>
public sealed record ChannelStanding(
    SubjectKind Kind,
    Visibility Visibility,
    IReadOnlyCollection<long> VillageIds,
    IReadOnlyCollection<long> InitiatorIds,
    IReadOnlyCollection<long> ColleagueIds,
    long? OrganisationId
);

/// <summary>
/// Everyone reads along where the project is public. Writing is for those who work on it: who carries it, the
/// associations of its villages, their liaisons, and the officials that were brought in or whose plan it is.
/// </summary>
public static class ChannelAccess
{
    /// <summary>What has a channel.</summary>
    public static readonly SubjectKind[] Kinds = [SubjectKind.Initiative, SubjectKind.Dossier];

    public static bool May(this Viewer viewer, ChannelAct act, ChannelStanding channel) =>
        channel.Visibility == Visibility.Public
        && act switch
        {
            ChannelAct.Read => true,
            ChannelAct.TakeAway => IsLiaison(viewer, channel) || WorksOnPlan(viewer, channel),
            _ => WorksOnIt(viewer, channel),
        };

    /// <summary>For whom the viewer writes; null for oneself.</summary>
    public static long? SpeaksHereFor(this Viewer viewer, ChannelStanding channel) =>
        channel.InitiatorIds.Contains(viewer.PersonId ?? 0) ? null
        : channel.VillageIds.Select(viewer.AssociationOf).FirstOrDefault(role => role is not null) is { } association
            ? association.OrganisationId
        : viewer.Roles.FirstOrDefault(r => r.OrganisationKind == OrganisationKind.Municipality)?.OrganisationId;

    /// <summary>Three queries at most; null when there is no such thing, or nothing that has a channel.</summary>
    public static async Task<ChannelStanding?> ChannelStandingAsync(
        this BrinkDb db,
        long subjectId,
        CancellationToken cancellation
    )
    {
        var subject = await db
            .Subjects.AsNoTracking()
            .Where(s => s.Id == subjectId && Kinds.Contains(s.Kind))
            .Select(s => new
            {
                s.Kind,
                s.Visibility,
                Villages = s.Villages.Select(v => v.VillageId).ToArray(),
                Initiators = db.Initiators.Where(i => i.InitiativeId == s.Id).Select(i => i.PersonId).ToArray(),
                Colleagues = db.Colleagues.Where(c => c.InitiativeId == s.Id).Select(c => c.PersonId).ToArray(),
                Association = db
                    .Initiatives.Where(i => i.Id == s.Id)
                    .Select(i => i.Contribution!.OnBehalfOfId)
                    .FirstOrDefault(),
                Owner = db.Dossiers.Where(d => d.Id == s.Id).Select(d => (long?)d.OrganisationId).FirstOrDefault(),
            })
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancellation);
        return subject is null
            ? null
            : new ChannelStanding(
                subject.Kind,
                subject.Visibility,
                subject.Villages,
                subject.Initiators,
                subject.Colleagues,
                subject.Owner ?? subject.Association
            );
    }

    private static bool WorksOnIt(Viewer viewer, ChannelStanding channel) =>
        (
            viewer.PersonId is { } person
            && (channel.InitiatorIds.Contains(person) || channel.ColleagueIds.Contains(person))
        )
        || channel.VillageIds.Any(viewer.SpeaksForVillage)
        || (channel.OrganisationId is { } organisation && viewer.SpeaksFor(organisation))
        || IsLiaison(viewer, channel)
        || WorksOnPlan(viewer, channel);

    private static bool IsLiaison(Viewer viewer, ChannelStanding channel) =>
        viewer.Roles.Any(r =>
            r.Role == Role.Liaison && (r.VillageId is null || channel.VillageIds.Contains(r.VillageId.Value))
        );

    private static bool WorksOnPlan(Viewer viewer, ChannelStanding channel) =>
        channel.Kind == SubjectKind.Dossier
        && viewer.Roles.Any(r => r.Role == Role.PolicyOfficer && r.OrganisationId == channel.OrganisationId);
}
