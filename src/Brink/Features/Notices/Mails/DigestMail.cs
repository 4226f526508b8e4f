using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>Everything a follower hears once a day, grouped by what it is about.</summary>
public static class DigestMail
{
    /// <summary>More than this nobody reads; the rest is on the site.</summary>
    private const int MostLines = 50;

    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var (db, T) = (desk.Db, desk.T);
        var waiting = await db
            .DigestLines.Where(l => l.PersonId == desk.Person.Id)
            .OrderBy(l => l.JournalEntryId)
            .ToArrayAsync(cancellation);
        desk.Spent.AddRange(waiting);
        var ids = waiting.Select(l => l.JournalEntryId).ToArray();
        var subjects = await db
            .Subjects.AsNoTracking()
            .Where(s => s.Visibility == Visibility.Public)
            .Where(s => db.Journal.Any(e => ids.Contains(e.Id) && e.SubjectId == s.Id))
            .WhereFollowedBy(db, desk.Person.Id)
            .Select(s => new
            {
                s.Id,
                s.Kind,
                s.Title,
                s.Slug,
            })
            .ToDictionaryAsync(s => s.Id, cancellation);
        var told = subjects.Keys.Cast<long?>().ToArray();
        var lines = await db
            .Journal.Where(e => ids.Contains(e.Id) && told.Contains(e.SubjectId))
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .WordedAsync(db, T, cancellation);
        if (lines.Count == 0)
        {
            return null;
        }

        var parts = new List<LetterPart> { new Paragraph(T["Dit gebeurde er met wat u volgt."]) };
        foreach (var group in lines.Take(MostLines).GroupBy(line => line.SubjectId!.Value))
        {
            var subject = subjects[group.Key];
            parts.Add(new Heading(subject.Title));
            parts.Add(new Items([.. group.Select(line => new Item(line.Sentence))]));
            parts.Add(
                new Button(
                    T["Bekijk '{0}'", subject.Title],
                    desk.Href(SubjectLinks.Of(subject.Kind, subject.Id, subject.Slug))
                )
            );
        }

        if (lines.Count > MostLines)
        {
            parts.Add(
                new Paragraph(
                    T.Count(
                        lines.Count - MostLines,
                        "Er is nog 1 bericht. Dat leest u op Brink.",
                        "Er zijn nog {0} berichten. Die leest u op Brink."
                    )
                )
            );
        }

        var stop = desk.UnsubscribeHref(null);
        return new Letter(
            T.Count(lines.Count, "1 bericht over wat u volgt", "{0} berichten over wat u volgt"),
            desk.Greeting(),
            parts,
            desk.Signature(),
            await desk.ContactAsync(lines[0].SubjectId, cancellation),
            T["U krijgt deze mail omdat u koos voor één keer per dag bericht."],
            T["Wilt u geen mail meer over wat u volgt? Druk dan op deze link:"],
            stop
        );
    }
}
