using Brink.Features.Accounts;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Reach;

/// <summary>For whom a subject is, on its own page.</summary>
public sealed record GroupsView(long SubjectId, IReadOnlyList<string> Names, bool MayEdit)
{
    /// <summary>One query; two more for who is signed in.</summary>
    public static async Task<GroupsView> OfAsync(
        BrinkDb db,
        Viewer viewer,
        long subjectId,
        CancellationToken cancellation
    )
    {
        var names = await db
            .SubjectGroups.AsNoTracking()
            .Where(sg => sg.SubjectId == subjectId)
            .Join(db.TargetGroups, sg => sg.GroupId, g => g.Id, (_, g) => g)
            .OrderBy(g => g.Order)
            .Select(g => g.Name)
            .ToArrayAsync(cancellation);
        var mayEdit =
            viewer.IsSignedIn
            && await db.GroupStandingAsync(subjectId, cancellation) is { } standing
            && viewer.MaySetGroups(standing);
        return new GroupsView(subjectId, names, mayEdit);
    }
}
