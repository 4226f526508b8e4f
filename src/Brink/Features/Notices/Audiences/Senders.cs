using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Audiences;

/// <summary>
/// Whoever handed in gets a receipt with the link to confirm. A sender without mail is confirmed by the village's
/// contact person, or by the liaison where there is none; they hear of it, and nobody else.
/// </summary>
public sealed class Senders : IAudience
{
    public async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing.With(InitiativeVerbs.HandedIn).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var ids = lines.Select(line => line.SubjectId).ToArray();
        var senders = await outgoing
            .Db.Initiatives.AsNoTracking()
            .Where(i => ids.Contains(i.Id))
            .Select(i => new
            {
                i.Id,
                Sender = i.Contribution!.ByPersonId,
                HasMail = i.Contribution.ByPerson!.Email != null,
            })
            .ToDictionaryAsync(i => i.Id, cancellation);
        var roles = await outgoing.RolesAsync(cancellation);
        var hearings = new List<Hearing>();
        foreach (var line in lines)
        {
            if (!senders.TryGetValue(line.SubjectId!.Value, out var sender))
            {
                continue;
            }

            if (sender is { Sender: { } person, HasMail: true })
            {
                hearings.Add(new(line, person, MailKind.Receipt));
            }
            else if (line.Visibility == Visibility.Unconfirmed)
            {
                hearings.AddRange(Confirmers(roles, line).Select(who => new Hearing(line, who, MailKind.RoleNotice)));
            }
        }

        await outgoing.AddAsync(hearings, cancellation);
    }

    private static IEnumerable<long> Confirmers(VillageRoles roles, LineOut line)
    {
        var contacts = line.Villages.SelectMany(roles.ContactPersonsFor).Distinct().ToArray();
        return contacts.Length > 0 ? contacts : line.Villages.SelectMany(roles.LiaisonsFor).Distinct();
    }
}
