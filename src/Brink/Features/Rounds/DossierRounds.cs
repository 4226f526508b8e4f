using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>The documents and rounds of a dossier, for its page: what one can read, and where one can react now.</summary>
/// <param name="Works">The viewer may put up documents and open rounds.</param>
public sealed record DossierRounds(
    long DossierId,
    IReadOnlyList<DocumentRow> Documents,
    IReadOnlyList<RoundRow> Rounds,
    bool Works,
    DateTimeOffset Now
)
{
    /// <summary>More than a plan ever has.</summary>
    private const int Most = 100;

    /// <summary>Three queries.</summary>
    public static async Task<DossierRounds> ReadAsync(
        BrinkDb db,
        long dossierId,
        bool works,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var documents = await db
            .Documents.AsNoTracking()
            .Where(d => d.DossierId == dossierId && (works || d.CurrentNumber > 0))
            .OrderByDescending(d => d.Id)
            .Take(Most)
            .Select(d => new DocumentRow(
                d.Id,
                d.Title,
                d.CurrentNumber,
                d.Versions.Where(v => v.Number == d.CurrentNumber).Select(v => v.Label).FirstOrDefault() ?? "",
                d.Versions.Where(v => v.Number == d.CurrentNumber)
                    .Select(v => (DateTimeOffset?)v.PublishedAt)
                    .FirstOrDefault()
            ))
            .ToArrayAsync(cancellation);
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(r => r.DossierId == dossierId)
            .OrderByDescending(r => r.OpensAt)
            .ThenByDescending(r => r.Id)
            .Take(Most)
            .Select(r => new
            {
                r.Id,
                r.Kind,
                r.Document!.Title,
                r.OpensAt,
                r.ClosesAt,
                r.AnswerBy,
                r.FinishedAt,
            })
            .ToArrayAsync(cancellation);
        var counts = (await db.RoundCountsAsync([.. rounds.Select(r => r.Id)], cancellation)).ToLookup(c => c.RoundId);
        return new DossierRounds(
            dossierId,
            documents,
            [
                .. rounds.Select(r => new RoundRow(
                    r.Id,
                    r.Kind,
                    r.Title,
                    r.OpensAt,
                    r.ClosesAt,
                    r.AnswerBy,
                    Round.PhaseOf(r.OpensAt, r.ClosesAt, r.FinishedAt, now),
                    counts[r.Id].Sum(c => c.Reactions),
                    counts[r.Id].Sum(c => c.Unanswered)
                )),
            ],
            works,
            now
        );
    }

    public ListRow Row(Texts T, RoundRow round) =>
        new(
            T.TitleOf(round.Kind, round.Document),
            RoundLinks.Round(DossierId, round.Id),
            Status: T.StatusOf(round.Phase),
            When: T.WhenOf(round.Phase, round.OpensAt, round.ClosesAt),
            Needed: T.Count(round.Reactions, "1 reactie.", "{0} reacties.") + " " + T.AnswersOf(round)
        );
}

/// <param name="Number">0 as long as nothing was published.</param>
public sealed record DocumentRow(long Id, string Title, int Number, string Label, DateTimeOffset? PublishedAt);

public sealed record RoundRow(
    long Id,
    RoundKind Kind,
    string? Document,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    DateOnly AnswerBy,
    RoundPhase Phase,
    int Reactions,
    int Unanswered
);
