using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
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
        var suits = await Invitations.HowToReachAsync(
            outgoing.Db,
            [.. lines.Where(IsNew).SelectMany(line => line.Villages).Distinct()],
            cancellation
        );
        await outgoing.AddAsync(
            [
                .. from line in lines
                from person in roles.LiaisonsOf(line.Villages)
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
                .. from line in lines.Where(IsNew)
                from village in line.Villages
                let reach = suits[village]
                where reach.WantsToHearOf(line.Themes)
                from person in roles.ContactPersonsFor(village)
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice, reach.NextMoment(outgoing.Now)),
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

    /// <summary>New in the village: its contact person hears, as the village recorded that it suits.</summary>
    private static bool IsNew(LineOut line) => line.Verb == InitiativeVerbs.Confirmed;
}
