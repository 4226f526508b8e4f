using System.Collections.Concurrent;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>One value of a filter and how many are left when it is chosen as well.</summary>
public sealed record Facet<T>(T Value, string Name, int Count);

/// <summary>
/// For each filter how many are left: with the others as they are, and this one another. <paramref name="Waiting"/> are
/// those that wait for an answer.
/// </summary>
public sealed record FilteredFigures(
    int Total,
    IReadOnlyList<Facet<long>> Villages,
    IReadOnlyList<Facet<long>> Themes,
    IReadOnlyDictionary<Phase, int> Phases,
    IReadOnlyDictionary<OwnerChoice, int> Owners,
    int Waiting
);

/// <summary>
/// How many initiatives there are of which kind. Counted once over all of a municipality's public initiatives; every
/// combination of filters then follows by adding up, without asking the database again.
/// </summary>
public sealed class InitiativeFigures
{
    /// <summary>Combinations that people press; whoever thinks up more has them counted anew.</summary>
    private const int MostAsked = 500;

    private readonly ConcurrentDictionary<InitiativeFilter, FilteredFigures> asked = new();
    private readonly IReadOnlyList<Heap> heaps;
    private readonly IReadOnlyList<ThemeHeap> themeHeaps;
    private readonly IReadOnlyList<(long Id, string Name)> villages;
    private readonly IReadOnlyList<(long Id, string Name)> themes;

    private InitiativeFigures(
        IReadOnlyList<Heap> heaps,
        IReadOnlyList<ThemeHeap> themeHeaps,
        IReadOnlyList<(long Id, string Name)> villages,
        IReadOnlyList<(long Id, string Name)> themes
    ) => (this.heaps, this.themeHeaps, this.villages, this.themes) = (heaps, themeHeaps, villages, themes);

    /// <param name="found">Only these, when words were asked.</param>
    public static async Task<InitiativeFigures> CountAsync(
        BrinkDb db,
        IReadOnlyCollection<long>? found,
        CancellationToken cancellation
    )
    {
        var initiatives = db.Initiatives.AsNoTracking().Public().Chosen(InitiativeFilter.None, found);
        var heaps = await initiatives
            .GroupBy(i => new
            {
                i.VillageId,
                i.Phase,
                i.OwnerType,
                Waits = i.Intake == IntakeState.HandedIn || i.Intake == IntakeState.TakenIn,
            })
            .Select(g => new Heap(g.Key.VillageId, g.Key.Phase, g.Key.OwnerType, g.Key.Waits, g.Count()))
            .ToArrayAsync(cancellation);
        var themeHeaps = await initiatives
            .SelectMany(
                i => i.Subject.Themes,
                (i, t) =>
                    new
                    {
                        t.ThemeId,
                        i.VillageId,
                        i.Phase,
                        i.OwnerType,
                        Waits = i.Intake == IntakeState.HandedIn || i.Intake == IntakeState.TakenIn,
                    }
            )
            .GroupBy(x => new
            {
                x.ThemeId,
                x.VillageId,
                x.Phase,
                x.OwnerType,
                x.Waits,
            })
            .Select(g => new ThemeHeap(
                g.Key.ThemeId,
                new Heap(g.Key.VillageId, g.Key.Phase, g.Key.OwnerType, g.Key.Waits, g.Count())
            ))
            .ToArrayAsync(cancellation);
        var villages = await db
            .Villages.AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new { v.Id, v.Subject!.Title })
            .ToArrayAsync(cancellation);
        var themes = await db
            .Themes.AsNoTracking()
            .OrderBy(t => t.Order)
            .Select(t => new { t.Id, t.Subject!.Title })
            .ToArrayAsync(cancellation);
        return new(
            heaps,
            themeHeaps,
            [.. villages.Select(v => (v.Id, v.Title))],
            [.. themes.Select(t => (t.Id, t.Title))]
        );
    }

    /// <summary>What is left with this filter, counted once for all who ask the same.</summary>
    public FilteredFigures With(InitiativeFilter filter)
    {
        if (asked.TryGetValue(filter, out var known))
        {
            return known;
        }

        var counted = Count(filter);
        if (asked.Count < MostAsked)
        {
            asked.TryAdd(filter, counted);
        }

        return counted;
    }

    private FilteredFigures Count(InitiativeFilter filter) =>
        new(
            Total(filter),
            Facets(villages, Left(filter with { VillageId = null }).ToLookup(h => h.VillageId)),
            [
                .. themes
                    .Select(t => new Facet<long>(t.Id, t.Name, Total(filter with { ThemeId = t.Id })))
                    .Where(f => f.Count > 0),
            ],
            Left(filter with { Phase = null }).GroupBy(h => h.Phase).ToDictionary(g => g.Key, g => g.Sum(h => h.Count)),
            Left(filter with { Owner = null })
                .GroupBy(h => new OwnerChoice(h.OwnerType))
                .ToDictionary(g => g.Key, g => g.Sum(h => h.Count)),
            Total(filter with { Waiting = true })
        );

    private int Total(InitiativeFilter filter) => Left(filter).Sum(h => h.Count);

    private IEnumerable<Heap> Left(InitiativeFilter filter) =>
        (filter.ThemeId is { } theme ? themeHeaps.Where(h => h.ThemeId == theme).Select(h => h.Heap) : heaps).Where(h =>
            (filter.VillageId is null || h.VillageId == filter.VillageId)
            && (filter.Phase is null || h.Phase == filter.Phase)
            && (filter.Owner is null || h.OwnerType == filter.Owner.Value.Type)
            && (!filter.Waiting || h.Waits)
        );

    private static IReadOnlyList<Facet<long>> Facets(
        IEnumerable<(long Id, string Name)> values,
        ILookup<long, Heap> left
    ) => [.. values.Select(v => new Facet<long>(v.Id, v.Name, left[v.Id].Sum(h => h.Count))).Where(f => f.Count > 0)];

    private sealed record Heap(long VillageId, Phase Phase, OwnerType? OwnerType, bool Waits, int Count);

    private sealed record ThemeHeap(long ThemeId, Heap Heap);
}
