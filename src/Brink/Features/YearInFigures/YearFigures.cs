using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.YearInFigures;

/// <summary>One year of working together in figures, from the journal: only of what everybody may see.</summary>
/// <param name="Counts">How often each verb of the journal happened.</param>
/// <param name="DaysToAnswer">The middle one of the days from hand-in to answer, of ideas answered this year; null for none.</param>
/// <param name="PromisesDue">With a date in this year that has passed, or that were kept before it.</param>
/// <param name="PromisesInTime">Of those, kept on or before their date.</param>
/// <param name="Villages">Where something happened this year.</param>
public sealed record YearFigures(
    int Year,
    IReadOnlyDictionary<string, int> Counts,
    decimal? DaysToAnswer,
    int PromisesDue,
    int PromisesInTime,
    IReadOnlyCollection<long> Villages
)
{
    private const int MostAnswers = 20_000;

    public int Of(params string[] verbs) => verbs.Sum(verb => Counts.GetValueOrDefault(verb));

    /// <summary>In percent, rounded; null where no promise fell due.</summary>
    public int? InTimePercent =>
        PromisesDue == 0 ? null : (int)Math.Round(100m * PromisesInTime / PromisesDue, MidpointRounding.AwayFromZero);

    /// <summary>Five queries.</summary>
    public static async Task<YearFigures> ReadAsync(
        BrinkDb db,
        int year,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (start, end) = (DutchTime.StartOf(first), DutchTime.StartOf(last.AddDays(1)));
        var journal = db
            .Journal.AsNoTracking()
            .Where(e => e.At >= start && e.At < end && e.Subject!.Visibility == Visibility.Public);
        var counts = await journal
            .GroupBy(e => e.Verb)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellation);
        var answered = await db
            .Initiatives.AsNoTracking()
            .Public()
            .Where(i => i.AnsweredAt >= start && i.AnsweredAt < end)
            .OrderBy(i => i.Id)
            .Take(MostAnswers)
            .Select(i => new { i.Subject.CreatedAt, i.AnsweredAt })
            .ToArrayAsync(cancellation);
        var due = db
            .Promises.AsNoTracking()
            .Where(p => p.Subject!.Visibility == Visibility.Public && p.Due >= first && p.Due <= last)
            .Where(p => p.State == PromiseState.Kept || (p.State == PromiseState.Open && p.Due < today));
        var promises = await due.CountAsync(cancellation);
        var inTime = await due.CountAsync(p => p.State == PromiseState.Kept && p.EndedOn <= p.Due, cancellation);
        var villages = await db
            .SubjectVillages.Where(sv => journal.Any(e => e.SubjectId == sv.SubjectId))
            .Select(sv => sv.VillageId)
            .Distinct()
            .ToArrayAsync(cancellation);
        return new YearFigures(
            year,
            counts,
            Middle([
                .. answered
                    .Select(a =>
                        DutchTime.DateOf(a.AnsweredAt!.Value).DayNumber - DutchTime.DateOf(a.CreatedAt).DayNumber
                    )
                    .Order(),
            ]),
            promises,
            inTime,
            villages
        );
    }

    /// <param name="ordered">From low to high.</param>
    /// <returns>Null for none; of an even number the mean of the two in the middle.</returns>
    public static decimal? Middle(IReadOnlyList<int> ordered) =>
        ordered.Count == 0 ? null : (ordered[(ordered.Count - 1) / 2] + (decimal)ordered[ordered.Count / 2]) / 2;
}
