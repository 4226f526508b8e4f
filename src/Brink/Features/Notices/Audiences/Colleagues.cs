using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Audiences;

/// <summary>A colleague hears of being brought in, and after that of replies.</summary>
public sealed class Colleagues : IAudience
{
    public async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var invited =
            from line in outgoing.With(InitiativeVerbs.ColleagueBroughtIn)
            where line.Visibility == Visibility.Public
            let person = line.About.Number("person")
            where person is not null && !line.IsBy(person.Value)
            select new Hearing(line, person.Value, MailKind.RoleNotice);
        await outgoing.AddAsync([.. invited], cancellation);

        var replies = outgoing
            .With(InitiativeVerbs.QuestionReplied)
            .Where(line => line.Visibility == Visibility.Public)
            .ToArray();
        if (replies.Length == 0)
        {
            return;
        }

        var ids = replies.Select(line => line.SubjectId).ToArray();
        var colleagues = await outgoing
            .Db.Colleagues.AsNoTracking()
            .Where(c => ids.Contains(c.InitiativeId))
            .Select(c => new { c.InitiativeId, c.PersonId })
            .ToArrayAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in replies
                from colleague in colleagues
                where colleague.InitiativeId == line.SubjectId && !line.IsBy(colleague.PersonId)
                select new Hearing(line, colleague.PersonId, MailKind.RoleNotice),
            ],
            cancellation
        );
    }
}
