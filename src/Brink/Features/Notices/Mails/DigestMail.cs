using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>Everything a follower hears once a day or a week, grouped by what it is about.</summary>
public static class DigestMail
{
    /// <summary>More than this nobody reads; the rest is on the site.</summary>
    private const int MostLines = 50;

    /// <summary>Enough to remember what one chose.</summary>
    private const int MostReasons = 5;

    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var (db, T) = (desk.Db, desk.T);
        var waiting = await db
            .DigestLines.Where(l => l.PersonId == desk.Person.Id && l.Day == desk.Message.Day)
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
            await WhyAsync(desk, [.. subjects.Keys], cancellation),
            T["Wilt u geen mail meer over wat u volgt? Druk dan op deze link:"],
            stop
        );
    }

    /// <summary>'omdat u Hijken volgt (één keer per dag)': what the reader chose, by name.</summary>
    private static async Task<string> WhyAsync(MailDesk desk, long[] subjects, CancellationToken cancellation)
    {
        var (db, T) = (desk.Db, desk.T);
        var chosen = await db
            .Follows.AsNoTracking()
            .Where(f => f.PersonId == desk.Person.Id)
            .Where(f => f.Frequency == Frequency.Daily || f.Frequency == Frequency.Weekly)
            .Where(f =>
                subjects.Contains(f.SubjectId)
                || db.SubjectVillages.Any(v => v.VillageId == f.SubjectId && subjects.Contains(v.SubjectId))
                || db.SubjectThemes.Any(t => t.ThemeId == f.SubjectId && subjects.Contains(t.SubjectId))
            )
            .OrderBy(f => f.Since)
            .ThenBy(f => f.SubjectId)
            .Select(f => new { f.Subject!.Title, f.Frequency })
            .Take(MostReasons + 1)
            .ToArrayAsync(cancellation);
        if (chosen.Length == 0)
        {
            return T["U krijgt deze mail omdat u dit volgde toen het gebeurde."];
        }

        var named = string.Join(
            ", ",
            chosen.Take(MostReasons).Select(f => T["'{0}' ({1})", f.Title, T.HowOften(f.Frequency)])
        );
        return chosen.Length > MostReasons
            ? T["U krijgt deze mail omdat u dit volgt: {0}, en meer.", named]
            : T["U krijgt deze mail omdat u dit volgt: {0}.", named];
    }
}
