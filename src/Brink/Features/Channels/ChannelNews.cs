using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Channels;

/// <summary>
/// Who wrote in a channel before, who carries the project and who answers for it, hear of a new word at once; followers of
/// an open one as they chose.
/// </summary>
public sealed class ChannelNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            ChannelVerbs.Posted => T["{0} schreef een bericht in het projectkanaal.", who],
            ChannelVerbs.TakenAway => T["{0} haalde een bericht uit het projectkanaal weg.", who],
            _ => null,
        };

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing.With(ChannelVerbs.Posted).Where(line => line.Visibility == Visibility.Public).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var (db, ids) = (outgoing.Db, lines.Select(line => line.SubjectId!.Value).Distinct().ToArray());
        var people = await db
            .ChannelPosts.Where(p => ids.Contains(p.SubjectId))
            .Select(p => new { p.SubjectId, PersonId = p.Contribution!.ByPersonId })
            .Concat(
                db.Initiators.Where(i => ids.Contains(i.InitiativeId))
                    .Select(i => new { SubjectId = i.InitiativeId, PersonId = (long?)i.PersonId })
            )
            .Concat(
                db.Colleagues.Where(c => ids.Contains(c.InitiativeId))
                    .Select(c => new { SubjectId = c.InitiativeId, PersonId = (long?)c.PersonId })
            )
            .Concat(
                db.Dossiers.Where(d => ids.Contains(d.Id)).Select(d => new { SubjectId = d.Id, PersonId = d.OwnerId })
            )
            .Distinct()
            .ToArrayAsync(cancellation);
        var silent = (
            await db
                .Follows.Where(f => ids.Contains(f.SubjectId) && f.Frequency == Frequency.None)
                .Select(f => new { f.SubjectId, f.PersonId })
                .ToArrayAsync(cancellation)
        )
            .Select(f => (f.SubjectId, f.PersonId))
            .ToHashSet();
        var roles = await outgoing.RolesAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let id = line.SubjectId!.Value
                let liaisons = line.SubjectKind == SubjectKind.Initiative ? roles.LiaisonsOf(line.Villages) : []
                from person in people
                    .Where(p => p.SubjectId == id)
                    .Select(p => p.PersonId)
                    .OfType<long>()
                    .Union(liaisons)
                where !line.IsBy(person) && !silent.Contains((id, person))
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    public override bool MayStop(NoticeSubject subject, JournalLine line) => line.Verb == ChannelVerbs.Posted;

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb == ChannelVerbs.Posted ? T["Een bericht over '{0}'", subject.Title] : null;
    }

    public override async Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        if (line.Verb != ChannelVerbs.Posted)
        {
            return null;
        }

        var T = desk.T;
        // The words of a closed post stay on the page: a mail is easily sent on.
        var id = line.About.Number("post");
        var text = await desk
            .Db.ChannelPosts.Where(p => p.SubjectId == subject.Id && p.Id == id && p.ClosedBecause == "")
            .Select(p => p.Text)
            .FirstOrDefaultAsync(cancellation);
        List<LetterPart> parts = [new Paragraph(line.Sentence)];
        if (!string.IsNullOrEmpty(text))
        {
            parts.Add(new Quote(text));
        }

        parts.Add(new Button(T["Lees en antwoord"], desk.Href(ChannelLinks.Show(subject.Id))));
        return parts;
    }
}
