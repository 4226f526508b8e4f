using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>One signal in a list.</summary>
/// <param name="PromiseKind">Of the open promise with the first date; null when nothing is open.</param>
public sealed record SignalRow(
    long Id,
    string Title,
    string Slug,
    string Village,
    SignalKind Kind,
    SignalState State,
    SignalAnswer? Answer,
    DateTimeOffset At,
    PromiseKind? PromiseKind,
    string? PromiseWhat,
    string? PromiseBy,
    DateOnly? PromiseDue,
    long? PhotoId,
    string? Drawing
);

public static class SignalQueries
{
    public static readonly SubjectKind[] Searched = [SubjectKind.Signal];

    public static IQueryable<Signal> Public(this IQueryable<Signal> signals) =>
        signals.Where(s => s.Subject.Visibility == Visibility.Public);

    /// <summary>The municipality, or who took it over, still has to do something with it.</summary>
    public static IQueryable<Signal> Waiting(this IQueryable<Signal> signals) =>
        signals.Where(s => s.State == SignalState.Open || s.State == SignalState.Triaged);

    /// <param name="found">The numbers that the words of the filter found; null when no words were asked.</param>
    public static IQueryable<Signal> Chosen(
        this IQueryable<Signal> signals,
        SignalFilter filter,
        IReadOnlyCollection<long>? found
    )
    {
        if (found is not null)
        {
            signals = signals.Where(s => found.Contains(s.Id));
        }

        if (filter.VillageId is { } village)
        {
            signals = signals.Where(s => s.Subject.Villages.Any(v => v.VillageId == village));
        }

        if (filter.ThemeId is { } theme)
        {
            signals = signals.Where(s => s.Subject.Themes.Any(t => t.ThemeId == theme));
        }

        if (filter.Kind is { } kind)
        {
            signals = signals.Where(s => s.Kind == kind);
        }

        return filter.State is { } state ? signals.Where(s => s.State == state) : signals;
    }

    public static IQueryable<Signal> NewestFirst(this IQueryable<Signal> signals) =>
        signals.OrderByDescending(s => s.Subject.ChangedAt).ThenByDescending(s => s.Id);

    public static IQueryable<SignalRow> Rows(this IQueryable<Signal> signals, BrinkDb db) =>
        signals
            .AsNoTracking()
            .Select(s => new SignalRow(
                s.Id,
                s.Subject.Title,
                s.Subject.Slug,
                s.Village!.Subject!.Title,
                s.Kind,
                s.State,
                s.Answer,
                s.Contribution!.At,
                db.Promises.Where(p => p.SubjectId == s.Id && p.State == PromiseState.Open)
                    .OrderBy(p => p.Due)
                    .ThenBy(p => p.Id)
                    .Select(p => (PromiseKind?)p.Kind)
                    .FirstOrDefault(),
                db.Promises.Where(p => p.SubjectId == s.Id && p.State == PromiseState.Open)
                    .OrderBy(p => p.Due)
                    .ThenBy(p => p.Id)
                    .Select(p => p.What)
                    .FirstOrDefault(),
                db.Promises.Where(p => p.SubjectId == s.Id && p.State == PromiseState.Open)
                    .OrderBy(p => p.Due)
                    .ThenBy(p => p.Id)
                    .Select(p => p.ByOrganisation!.Name)
                    .FirstOrDefault(),
                db.Promises.Where(p => p.SubjectId == s.Id && p.State == PromiseState.Open)
                    .OrderBy(p => p.Due)
                    .ThenBy(p => p.Id)
                    .Select(p => (DateOnly?)p.Due)
                    .FirstOrDefault(),
                db.SubjectFiles.Where(f => f.SubjectId == s.Id)
                    .OrderBy(f => f.Order)
                    .ThenBy(f => f.Id)
                    .Select(f => (long?)f.Id)
                    .FirstOrDefault(),
                db.SubjectThemes.Where(t => t.SubjectId == s.Id)
                    .Join(db.Themes, t => t.ThemeId, t => t.Id, (_, theme) => theme)
                    .OrderBy(t => t.Order)
                    .Select(t => t.Drawing)
                    .FirstOrDefault()
            ));
}
