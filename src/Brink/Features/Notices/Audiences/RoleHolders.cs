using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Notices.Audiences;

/// <summary>The village's contact person and the municipality's liaison, for what they must know because of that role.</summary>
public sealed class RoleHolders : IAudience
{
    public async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With(
                InitiativeVerbs.Confirmed,
                InitiativeVerbs.QuestionReplied,
                InitiativeVerbs.Withdrawn,
                InitiativeVerbs.HandedOver,
                PlacesVerbs.FacilityChanged
            )
            .Where(MustHear)
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var roles = await outgoing.RolesAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                from person in Hearers(roles, line)
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    private static bool MustHear(LineOut line) =>
        line.Verb switch
        {
            PlacesVerbs.FacilityChanged => line.About.Code<FacilityState>("state")
                is FacilityState.AtRisk
                    or FacilityState.Closed,
            InitiativeVerbs.Withdrawn => true,
            _ => line.Visibility == Visibility.Public,
        };

    private static IEnumerable<long> Hearers(VillageRoles roles, LineOut line)
    {
        var liaisons = line.Villages.SelectMany(roles.LiaisonsFor);
        return line.Verb == InitiativeVerbs.Confirmed
            ? line.Villages.SelectMany(roles.ContactPersonsFor).Concat(liaisons).Distinct()
            : liaisons.Distinct();
    }
}
