using Brink.Features.Initiatives;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Audiences;

/// <summary>
/// Those who carry the initiative hear of what others do with it, unless they chose not to. For an association its
/// contact persons hear too.
/// </summary>
public sealed class Initiators : IAudience
{
    private static readonly string[] Verbs =
    [
        InitiativeVerbs.Confirmed,
        InitiativeVerbs.TakenIn,
        InitiativeVerbs.QuestionAsked,
        InitiativeVerbs.RequirementAdded,
        InitiativeVerbs.RequirementMet,
        InitiativeVerbs.Answered,
        InitiativeVerbs.PhaseMoved,
        InitiativeVerbs.Withdrawn,
        InitiativeVerbs.HandedOver,
        .. FeatureServices.News.SelectMany(news => news.ToInitiators),
    ];

    public async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With(Verbs)
            .Where(line => line.Visibility == Visibility.Public || line.Verb == InitiativeVerbs.Withdrawn)
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var db = outgoing.Db;
        var ids = lines.Select(line => line.SubjectId).ToArray();
        var people = await db
            .Initiatives.AsNoTracking()
            .Where(i => ids.Contains(i.Id))
            .Select(i => new
            {
                i.Id,
                i.Contribution!.OnBehalfOfId,
                Initiators = i.Initiators.Select(who => who.PersonId).ToArray(),
                Silent = db
                    .Follows.Where(f => f.SubjectId == i.Id && f.Frequency == Frequency.None)
                    .Select(f => f.PersonId)
                    .ToArray(),
            })
            .ToDictionaryAsync(i => i.Id, cancellation);
        var roles = await outgoing.RolesAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let those = people[line.SubjectId!.Value]
                let association = those.OnBehalfOfId is { } id ? roles.ContactPersonsOf(id) : []
                from person in those.Initiators.Union(association).Except(those.Silent)
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }
}
