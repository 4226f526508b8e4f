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
    )
    {
        var rows = await db
            .Relations.AsNoTracking()
            .Where(r => r.FromId == subjectId)
            .Select(r => new
            {
                r.Id,
                r.Kind,
                IsFrom = true,
                OtherId = r.ToId,
            })
            .Concat(
                db.Relations.Where(r => r.ToId == subjectId)
                    .Select(r => new
                    {
                        r.Id,
                        r.Kind,
                        IsFrom = false,
                        OtherId = r.FromId,
                    })
            )
            .Join(
                db.Subjects.Where(s => s.Visibility == Visibility.Public),
                r => r.OtherId,
                s => s.Id,
                (r, s) => new { Relation = r, Other = s }
            )
            .OrderBy(x => x.Other.Title)
            .ThenBy(x => x.Relation.Id)
            .Take(Most)
            .Select(x => new
            {
                x.Relation.Id,
                x.Relation.Kind,
                x.Relation.IsFrom,
                OtherKind = x.Other.Kind,
                OtherId = x.Other.Id,
                x.Other.Title,
                x.Other.Slug,
            })
            .ToArrayAsync(cancellation);
        return [.. rows.Select(r => new LinkRow(r.Id, r.Kind, r.IsFrom, r.OtherKind, r.OtherId, r.Title, r.Slug))];
    }
}
