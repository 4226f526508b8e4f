using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Reach;

/// <summary>Whose subject it is: those who brought it in first, and those who carry it.</summary>
public sealed record GroupStanding(IReadOnlyCollection<long> PersonIds, IReadOnlyCollection<long> OrganisationIds);

/// <summary>Who may say what a subject is about and for whom: who brought it in, and the liaison.</summary>
public static class GroupAccess
{
    /// <summary>What people bring in; a village or a theme is not meant for somebody.</summary>
    public static readonly SubjectKind[] Kinds =
    [
        SubjectKind.Initiative,
        SubjectKind.Signal,
        SubjectKind.SharedConcern,
        SubjectKind.Standpoint,
        SubjectKind.VillageRequest,
        SubjectKind.Help,
        SubjectKind.Development,
        SubjectKind.Dossier,
        SubjectKind.Advice,
    ];

    public static bool MaySetGroups(this Viewer viewer, GroupStanding subject) =>
        viewer.Is(Role.Liaison)
        || (viewer.PersonId is { } person && subject.PersonIds.Contains(person))
        || subject.OrganisationIds.Any(viewer.SpeaksFor);

    /// <summary>Null when there is no such subject, or it is not for everybody to see. Two queries.</summary>
    public static async Task<GroupStanding?> GroupStandingAsync(
        this BrinkDb db,
        long subjectId,
        CancellationToken cancellation
    )
    {
        var first = await db
            .Subjects.Where(s => s.Id == subjectId && s.Visibility == Visibility.Public && Kinds.Contains(s.Kind))
            .Select(s => new
            {
                First = db
                    .Contributions.Where(c => c.SubjectId == s.Id)
                    .OrderBy(c => c.Id)
                    .Select(c => new
                    {
                        c.ByPersonId,
                        c.OnBehalfOfId,
                        c.EnteredForId,
                    })
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellation);
        if (first is null)
        {
            return null;
        }

        var carriers = await db
            .Initiators.Where(i => i.InitiativeId == subjectId)
            .Select(i => i.PersonId)
            .ToListAsync(cancellation);
        if (first.First is { ByPersonId: { } sender, OnBehalfOfId: null })
        {
            carriers.Add(sender);
        }

        return new GroupStanding(
            carriers,
            [.. new[] { first.First?.OnBehalfOfId, first.First?.EnteredForId }.OfType<long>()]
        );
    }

    /// <summary>The page on which themes and groups of a subject are set.</summary>
    public static string Link(long subjectId) =>
        string.Create(CultureInfo.InvariantCulture, $"/doelgroepen/{subjectId}");
}
