using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>Those who follow one signal go along to another.</summary>
public static class SignalFollowers
{
    /// <summary>
    /// With the caller's save. Who chose something for the other already keeps that; who follows it at the very same moment
    /// makes the save fail on the key of the row, and it is done anew.
    /// </summary>
    public static async Task AlsoFollowAsync(
        BrinkDb db,
        long fromId,
        long toId,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var followers = await db
            .Follows.AsNoTracking()
            .Where(f => f.SubjectId == fromId && f.Frequency != Frequency.None)
            .Where(f => !db.Follows.Any(other => other.SubjectId == toId && other.PersonId == f.PersonId))
            .Select(f => new { f.PersonId, f.Frequency })
            .ToArrayAsync(cancellation);
        db.Follows.AddRange(
            followers.Select(f => new Follow
            {
                SubjectId = toId,
                PersonId = f.PersonId,
                Frequency = f.Frequency,
                Since = now,
            })
        );
    }
}
