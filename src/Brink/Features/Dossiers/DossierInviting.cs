using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <param name="Villages">Touched villages that it represents.</param>
public sealed record PlannedInvitation(
    long OrganisationId,
    string Organisation,
    IReadOnlyList<long> Villages,
    InvitedHow How,
    ReachChannel Channel,
    DateTimeOffset MailFrom
)
{
    public DossierInvitation Row(Actor actor) =>
        new()
        {
            OrganisationId = OrganisationId,
            VillageId = Villages[0],
            How = How,
            Channel = Channel,
            MailFrom = MailFrom,
            InvitedOn = actor.Today,
        };
}

/// <summary>Who hears of a dossier on its first day and how: the associations of the touched villages (C3, P7).</summary>
public static class DossierInviting
{
    /// <returns>One for each association, by name. Five queries, however many villages.</returns>
    public static async Task<IReadOnlyList<PlannedInvitation>> InvitingAsync(
        this BrinkDb db,
        IReadOnlyCollection<long> villageIds,
        IReadOnlyCollection<long> themeIds,
        DateTimeOffset now,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var suits = await Invitations.HowToReachAsync(db, villageIds, cancellation);
        var representing = await db
            .Representations.AsNoTracking()
            .Where(r => villageIds.Contains(r.VillageId))
            .Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
            .Where(r => r.Organisation!.Kind == OrganisationKind.Association && r.Organisation.EndedAt == null)
            .OrderBy(r => r.VillageId)
            .Select(r => new
            {
                r.OrganisationId,
                r.Organisation!.Name,
                r.VillageId,
            })
            .ToArrayAsync(cancellation);
        var associations = representing.Select(r => r.OrganisationId).Distinct().ToArray();
        var reachable = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => associations.Contains(h.OrganisationId) && Viewer.SpeakingRoles.Contains(h.Role))
            .Where(h => h.From <= today && (h.To == null || h.To >= today) && h.Person!.Email != null)
            .Select(h => h.OrganisationId)
            .Distinct()
            .ToArrayAsync(cancellation);
        return
        [
            .. representing
                .GroupBy(r => (r.OrganisationId, r.Name))
                .OrderBy(g => g.Key.Name, StringComparer.CurrentCulture)
                .Select(g =>
                {
                    var ways = g.Select(r => suits[r.VillageId]).ToArray();
                    var wanting = ways.Where(way => way.WantsToHearOf(themeIds)).ToArray();
                    var (how, channel) = WayFor(wanting, reachable.Contains(g.Key.OrganisationId));
                    return new PlannedInvitation(
                        g.Key.OrganisationId,
                        g.Key.Name,
                        [.. g.Select(r => r.VillageId).Distinct()],
                        how,
                        channel,
                        wanting.Length == 0 ? now : wanting.Min(way => way.NextMoment(now))
                    );
                }),
        ];
    }

    /// <summary>Mail where it suits and can be; else the liaison, along the road the village chose.</summary>
    private static (InvitedHow How, ReachChannel Channel) WayFor(HowToReach[] wanting, bool hasMail)
    {
        if (wanting.Length == 0)
        {
            return (InvitedHow.RatherNot, ReachChannel.Mail);
        }

        if (wanting.Any(way => way.Channels.Count == 0 || way.Channels.Contains(ReachChannel.Mail)))
        {
            return hasMail ? (InvitedHow.Mail, ReachChannel.Mail) : (InvitedHow.Liaison, ReachChannel.Telephone);
        }

        return (InvitedHow.Liaison, wanting.SelectMany(way => way.Channels).Min());
    }
}
