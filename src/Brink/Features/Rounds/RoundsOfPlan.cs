using Brink.Features.Rounds.Reacting;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>One round of a plan in figures: who was heard, and what was answered.</summary>
/// <param name="Document">Null for the plan as a whole.</param>
/// <param name="People">Residents; who reacted ten times is one.</param>
/// <param name="Associations">By name.</param>
/// <param name="Verdicts">How many reactions got which answer; null for those without.</param>
/// <param name="Changes">What was taken over, whole or partly, and why.</param>
public sealed record RoundOfPlan(
    long Id,
    RoundKind Kind,
    string? Document,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    int People,
    IReadOnlyList<string> Associations,
    IReadOnlyList<(AnswerOutcome? Verdict, int Number)> Verdicts,
    IReadOnlyList<ChangeBecause> Changes
)
{
    public int Reactions => Verdicts.Sum(v => v.Number);
}

/// <summary>An answer that changed something.</summary>
/// <param name="Part">The section, as it was called when somebody reacted; empty for the whole.</param>
public sealed record ChangeBecause(string Part, AnswerOutcome Verdict, string Because, int Reactions);

/// <summary>All rounds of one plan, from the first to the last, for the page that tells the whole of it (C9).</summary>
public static class RoundsOfPlan
{
    /// <summary>More than a page can hold.</summary>
    private const int MostChanges = 100;

    /// <summary>Five queries, however many rounds and reactions.</summary>
    public static async Task<IReadOnlyList<RoundOfPlan>> RoundsOfPlanAsync(
        this BrinkDb db,
        long dossierId,
        CancellationToken cancellation
    )
    {
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(r => r.DossierId == dossierId)
            .OrderBy(r => r.OpensAt)
            .ThenBy(r => r.Id)
            .Select(r => new
            {
                r.Id,
                r.Kind,
                r.Document!.Title,
                r.OpensAt,
                r.ClosesAt,
            })
            .ToArrayAsync(cancellation);
        var shown = db.Reactions.AsNoTracking().Shown().Where(r => r.Round!.DossierId == dossierId);
        var verdicts = (
            await shown
                .GroupBy(r => new { r.RoundId, Verdict = r.State == ReactionState.Answered ? r.Answer!.Verdict : null })
                .Select(g => new { g.Key, Number = g.Count() })
                .ToArrayAsync(cancellation)
        ).ToLookup(g => g.Key.RoundId, g => (g.Key.Verdict, g.Number));
        var people = await shown
            .Where(r => r.OrganisationId == null)
            .Select(r => new { r.RoundId, r.PersonId })
            .Distinct()
            .GroupBy(r => r.RoundId)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, cancellation);
        var associations = (
            await shown
                .Where(r => r.OrganisationId != null)
                .Select(r => new { r.RoundId, r.Organisation!.Name })
                .Distinct()
                .ToArrayAsync(cancellation)
        ).ToLookup(r => r.RoundId, r => r.Name);
        var changes = (
            await db
                .RoundAnswers.AsNoTracking()
                .Where(a => a.Round!.DossierId == dossierId && a.State == AnswerState.Published)
                .Where(a => a.Verdict == AnswerOutcome.TakenOver || a.Verdict == AnswerOutcome.Partly)
                .OrderBy(a => a.Id)
                .Take(MostChanges)
                .Select(a => new
                {
                    a.RoundId,
                    Part = a.Reactions.OrderBy(r => r.Id).Select(r => r.Section!.Heading).FirstOrDefault() ?? "",
                    Verdict = a.Verdict!.Value,
                    a.Because,
                    Reactions = a.Reactions.Count,
                })
                .ToArrayAsync(cancellation)
        ).ToLookup(a => a.RoundId, a => new ChangeBecause(a.Part, a.Verdict, a.Because, a.Reactions));
        return
        [
            .. rounds.Select(r => new RoundOfPlan(
                r.Id,
                r.Kind,
                r.Title,
                r.OpensAt,
                r.ClosesAt,
                people.GetValueOrDefault(r.Id),
                [.. associations[r.Id].OrderBy(name => name, StringComparer.CurrentCulture)],
                [.. verdicts[r.Id].OrderBy(v => v.Verdict is null).ThenBy(v => v.Verdict)],
                [.. changes[r.Id]]
            )),
        ];
    }
}
