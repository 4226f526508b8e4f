using System.Globalization;
using Brink.Features.Accounts;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects.Links;

/// <summary>One relation as read from one end.</summary>
/// <param name="IsFrom">The page is at the end of which the kind is said.</param>
public sealed record LinkRow(
    long Id,
    RelationKind Kind,
    bool IsFrom,
    SubjectKind OtherKind,
    long OtherId,
    string Title,
    string Slug
)
{
    public string Href => SubjectLinks.Of(OtherKind, OtherId, Slug);
}

/// <summary>What a subject is related to, for its page: <c>_Links</c> shows it.</summary>
/// <param name="Rows">Only to what everybody may see: a title that is not public leaks to nobody.</param>
public sealed record LinkList(long SubjectId, bool MayLink, IReadOnlyList<LinkRow> Rows)
{
    /// <summary>More than this nobody reads on one page.</summary>
    public const int Most = 100;

    /// <summary>The page on which relations are made and taken away.</summary>
    public static string Manage(long subjectId) => "/verbinden/" + subjectId.ToString(CultureInfo.InvariantCulture);

    /// <summary>One query for who is not signed in.</summary>
    public static async Task<LinkList> OfAsync(
        BrinkDb db,
        Viewer viewer,
        long subjectId,
        CancellationToken cancellation
    ) =>
        new(
            subjectId,
            await db.MayLinkAsync(viewer, subjectId, cancellation),
            await RowsAsync(db, subjectId, cancellation)
        );

    public static async Task<IReadOnlyList<LinkRow>> RowsAsync(
        BrinkDb db,
        long subjectId,
        CancellationToken cancellation
    ) =>
        await db
            .Relations.AsNoTracking()
            .Where(r => r.FromId == subjectId && r.To!.Visibility == Visibility.Public)
            .Select(r => new LinkRow(r.Id, r.Kind, true, r.To!.Kind, r.ToId, r.To.Title, r.To.Slug))
            .Concat(
                db.Relations.Where(r => r.ToId == subjectId && r.From!.Visibility == Visibility.Public)
                    .Select(r => new LinkRow(r.Id, r.Kind, false, r.From!.Kind, r.FromId, r.From.Title, r.From.Slug))
            )
            .OrderBy(r => r.Title)
            .ThenBy(r => r.Id)
            .Take(Most)
            .ToArrayAsync(cancellation);
}
