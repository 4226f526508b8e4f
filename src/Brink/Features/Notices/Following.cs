using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>Following a subject, and stopping.</summary>
public static class Following
{
    /// <summary>Sets how soon somebody hears of a subject; the choice not to hear is kept as well.</summary>
    public static async Task ChooseAsync(
        BrinkDb db,
        long personId,
        long subjectId,
        Frequency frequency,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await Consent.ChooseAsync(
            db,
            personId,
            ConsentPurpose.MailAboutSubject,
            subjectId,
            frequency != Frequency.None,
            now,
            cancellation
        );
        var follow = await db.Follows.FirstOrDefaultAsync(
            f => f.PersonId == personId && f.SubjectId == subjectId,
            cancellation
        );
        if (follow is null)
        {
            db.Follows.Add(
                new Follow
                {
                    PersonId = personId,
                    SubjectId = subjectId,
                    Frequency = frequency,
                    Since = now,
                }
            );
        }
        else
        {
            follow.Frequency = frequency;
        }
    }

    /// <summary>Stops mail to a follower: about one subject, or about everything.</summary>
    public static async Task StopAsync(
        BrinkDb db,
        long personId,
        long? subjectId,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (subjectId is { } one)
        {
            await ChooseAsync(db, personId, one, Frequency.None, now, cancellation);
            return;
        }

        foreach (
            var follow in await db
                .Follows.Where(f => f.PersonId == personId && f.Frequency != Frequency.None)
                .ToArrayAsync(cancellation)
        )
        {
            follow.Frequency = Frequency.None;
            await Consent.ChooseAsync(
                db,
                personId,
                ConsentPurpose.MailAboutSubject,
                follow.SubjectId,
                given: false,
                now,
                cancellation
            );
        }
    }

    /// <summary>Whether somebody still wants mail about a subject, by itself or by its villages and themes.</summary>
    public static Task<bool> StillAsync(BrinkDb db, long personId, long subjectId, CancellationToken cancellation) =>
        db.Subjects.Where(s => s.Id == subjectId).WhereFollowedBy(db, personId).AnyAsync(cancellation);

    public static IQueryable<Subject> WhereFollowedBy(this IQueryable<Subject> subjects, BrinkDb db, long personId) =>
        subjects.Where(s =>
            db.Follows.Any(f =>
                f.PersonId == personId
                && f.Frequency != Frequency.None
                && (
                    f.SubjectId == s.Id
                    || s.Villages.Any(v => v.VillageId == f.SubjectId)
                    || s.Themes.Any(t => t.ThemeId == f.SubjectId)
                )
            ) && !db.Follows.Any(f => f.PersonId == personId && f.SubjectId == s.Id && f.Frequency == Frequency.None)
        );
}
