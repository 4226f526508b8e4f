using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>A round as its pages show it.</summary>
/// <param name="DocumentTitle">Null for the plan as a whole.</param>
public sealed record RoundHead(
    long Id,
    RoundKind Kind,
    long? DocumentId,
    string? DocumentTitle,
    int FromVersion,
    int CurrentVersion,
    string Question,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    bool MailIsEnough,
    DateOnly AnswerBy,
    DateTimeOffset? FinishedAt,
    long PromiseId
)
{
    public RoundPhase PhaseAt(DateTimeOffset now) => Rounds.Round.PhaseOf(OpensAt, ClosesAt, FinishedAt, now);
}

/// <param name="Anchor">0 for the whole.</param>
public sealed record CountOf(long RoundId, int Anchor, int Reactions, int Unanswered);

/// <summary>One version of a document with its sections in order.</summary>
public sealed record DocumentView(
    long Id,
    string Title,
    int CurrentNumber,
    long VersionId,
    int Number,
    string Label,
    DateTimeOffset PublishedAt,
    OriginalView? Original,
    IReadOnlyList<SectionView> Sections
);

/// <summary>The Word file a version came from.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="IsOffered">For whoever may read the document; else for officers.</param>
public sealed record OriginalView(long Id, int Length, bool IsOffered);

public sealed record SectionView(long Id, int Anchor, int Level, string Heading, string Text)
{
    /// <summary>Its place on the page.</summary>
    public string Place => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{Anchor}");
}

public static class RoundQueries
{
    public const int PageSize = 20;

    /// <summary>One query; null when the dossier has no such round.</summary>
    public static Task<RoundHead?> RoundHeadAsync(
        this BrinkDb db,
        long dossierId,
        long roundId,
        CancellationToken cancellation
    ) =>
        db
            .Rounds.AsNoTracking()
            .Where(r => r.Id == roundId && r.DossierId == dossierId)
            .Select(r => new RoundHead(
                r.Id,
                r.Kind,
                r.DocumentId,
                r.Document!.Title,
                r.FromVersion,
                r.DocumentId == null ? 0 : r.Document.CurrentNumber,
                r.Question,
                r.OpensAt,
                r.ClosesAt,
                r.MailIsEnough,
                r.AnswerBy,
                r.FinishedAt,
                r.PromiseId
            ))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Reactions to each part of these rounds; one query over a few rows, however many reacted.</summary>
    public static async Task<IReadOnlyList<CountOf>> RoundCountsAsync(
        this BrinkDb db,
        IReadOnlyCollection<long> rounds,
        CancellationToken cancellation
    ) =>
        rounds.Count == 0
            ? []
            : await db
                .RoundCounts.AsNoTracking()
                .Where(c => rounds.Contains(c.RoundId))
                .GroupBy(c => new { c.RoundId, c.Anchor })
                .Select(g => new CountOf(
                    g.Key.RoundId,
                    g.Key.Anchor,
                    g.Sum(c => c.Reactions),
                    g.Sum(c => c.Unanswered)
                ))
                .ToArrayAsync(cancellation);

    /// <summary>Two queries; null when there is no such document or version of it.</summary>
    /// <param name="number">0 for the newest.</param>
    public static async Task<DocumentView?> DocumentAsync(
        this BrinkDb db,
        long dossierId,
        long documentId,
        int number,
        CancellationToken cancellation
    )
    {
        var version = await db
            .DocumentVersions.AsNoTracking()
            .Where(v => v.DocumentId == documentId && v.Document!.DossierId == dossierId)
            .Where(v => v.Number == (number > 0 ? number : v.Document!.CurrentNumber))
            .Select(v => new
            {
                v.Id,
                v.Document!.Title,
                v.Document.CurrentNumber,
                v.Number,
                v.Label,
                v.PublishedAt,
                Original = v.WordFileId == null
                    ? null
                    : new OriginalView(v.WordFile!.Id, v.WordFile.Length, v.WordFile.IsOffered),
            })
            .FirstOrDefaultAsync(cancellation);
        return version is null
            ? null
            : new DocumentView(
                documentId,
                version.Title,
                version.CurrentNumber,
                version.Id,
                version.Number,
                version.Label,
                version.PublishedAt,
                version.Original,
                await db
                    .DocumentSections.AsNoTracking()
                    .Where(s => s.VersionId == version.Id)
                    .OrderBy(s => s.Order)
                    .Select(s => new SectionView(s.Id, s.Anchor, s.Level, s.Heading, s.Text))
                    .ToArrayAsync(cancellation)
            );
    }

    /// <summary>The round of this document that is open now; null when there is none. The one that closes first.</summary>
    public static Task<long?> OpenRoundAsync(
        this BrinkDb db,
        long documentId,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        db
            .Rounds.AsNoTracking()
            .Where(r => r.DocumentId == documentId && r.FinishedAt == null && r.OpensAt <= now && r.ClosesAt > now)
            .OrderBy(r => r.ClosesAt)
            .ThenBy(r => r.Id)
            .Select(r => (long?)r.Id)
            .FirstOrDefaultAsync(cancellation);
}
