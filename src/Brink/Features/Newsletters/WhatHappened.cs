using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>Something that can be chosen for a newsletter.</summary>
/// <param name="Last">When something last happened to it.</param>
public sealed record Happened(long SubjectId, SubjectKind Kind, DateTimeOffset Last);

/// <summary>
/// What happened that everybody may know, from the journal: what followers hear of, and promises that were kept. Never
/// anything of what is in confidence, unconfirmed or withdrawn.
/// </summary>
public static class WhatHappened
{
    public static readonly IReadOnlyList<(NewsGroup Group, SubjectKind[] Kinds)> Groups =
    [
        (NewsGroup.Initiatives, [SubjectKind.Initiative]),
        (NewsGroup.Signals, [SubjectKind.Signal, SubjectKind.SharedConcern]),
        (NewsGroup.Plans, [SubjectKind.Dossier]),
        (NewsGroup.Standpoints, [SubjectKind.Standpoint]),
        (NewsGroup.Agreements, [SubjectKind.Agreement, SubjectKind.Check]),
        (NewsGroup.Help, [SubjectKind.Help]),
        (NewsGroup.Villages, [SubjectKind.Village]),
    ];

    private static readonly SubjectKind[] Kinds = [.. Groups.SelectMany(group => group.Kinds)];

    /// <summary>Steps on the way, that only who is in it needs to hear of.</summary>
    private static readonly string[] TooSmall =
    [
        InitiativeVerbs.QuestionAsked,
        InitiativeVerbs.QuestionReplied,
        InitiativeVerbs.RequirementAdded,
        InitiativeVerbs.RequirementMet,
        PromiseVerbs.Accepted,
        PromiseVerbs.Moved,
        PromiseVerbs.Released,
        PlacesVerbs.VillagePageChanged,
    ];

    private static readonly string[] Verbs =
    [
        .. Followers.Verbs.Except(TooSmall, StringComparer.Ordinal),
        PromiseVerbs.Kept,
    ];

    /// <summary>How many there are to choose from, by group. One query.</summary>
    /// <param name="places">Villages and themes; none is the whole municipality.</param>
    public static async Task<Dictionary<NewsGroup, int>> CountsAsync(
        BrinkDb db,
        DateTimeOffset since,
        IReadOnlyCollection<long> places,
        CancellationToken cancellation
    )
    {
        var kinds = await About(db, since, places, null)
            .GroupBy(e => e.Subject!.Kind)
            .Select(g => new { g.Key, Count = g.Select(e => e.SubjectId).Distinct().Count() })
            .ToArrayAsync(cancellation);
        return kinds
            .GroupBy(kind => GroupOf(kind.Key))
            .ToDictionary(group => group.Key, group => group.Sum(kind => kind.Count));
    }

    /// <summary>A page of them, by group and in it the newest first. One query.</summary>
    /// <param name="group">Null for all groups.</param>
    public static Task<Happened[]> PageAsync(
        BrinkDb db,
        DateTimeOffset since,
        IReadOnlyCollection<long> places,
        NewsGroup? group,
        int skip,
        int take,
        CancellationToken cancellation
    ) => InOrder(About(db, since, places, group)).Skip(skip).Take(take).ToArrayAsync(cancellation);

    /// <summary>Those of these that may be chosen, in the same order. One query.</summary>
    public static Task<Happened[]> AmongAsync(
        BrinkDb db,
        DateTimeOffset since,
        IReadOnlyCollection<long> places,
        IReadOnlyCollection<long> subjects,
        CancellationToken cancellation
    ) =>
        InOrder(About(db, since, places, null).Where(e => subjects.Contains(e.SubjectId!.Value)))
            .ToArrayAsync(cancellation);

    private static IQueryable<JournalEntry> About(
        BrinkDb db,
        DateTimeOffset since,
        IReadOnlyCollection<long> places,
        NewsGroup? group
    )
    {
        var kinds = group is { } one ? Groups.First(g => g.Group == one).Kinds : Kinds;
        var lines = Lines(db, since)
            .Where(e => e.Subject!.Visibility == Visibility.Public && kinds.Contains(e.Subject.Kind));
        return places.Count == 0
            ? lines
            : lines.Where(e =>
                places.Contains(e.SubjectId!.Value)
                || db.SubjectVillages.Any(v => v.SubjectId == e.SubjectId && places.Contains(v.VillageId))
                || db.SubjectThemes.Any(t => t.SubjectId == e.SubjectId && places.Contains(t.ThemeId))
            );
    }

    private static IQueryable<Happened> InOrder(IQueryable<JournalEntry> lines) =>
        lines
            .GroupBy(e => new { e.SubjectId, e.Subject!.Kind })
            .Select(g => new
            {
                g.Key.SubjectId,
                g.Key.Kind,
                Last = g.Max(e => e.At),
            })
            .OrderBy(h =>
                h.Kind == SubjectKind.Initiative ? 0
                : h.Kind == SubjectKind.Signal || h.Kind == SubjectKind.SharedConcern ? 1
                : h.Kind == SubjectKind.Dossier ? 2
                : h.Kind == SubjectKind.Standpoint ? 3
                : h.Kind == SubjectKind.Agreement || h.Kind == SubjectKind.Check ? 4
                : h.Kind == SubjectKind.Help ? 5
                : 6
            )
            .ThenByDescending(h => h.Last)
            .ThenByDescending(h => h.SubjectId)
            .Select(h => new Happened(h.SubjectId!.Value, h.Kind, h.Last));

    public static NewsGroup GroupOf(SubjectKind kind) => Groups.First(group => group.Kinds.Contains(kind)).Group;

    /// <summary>What happened to each, in words and in the order in which it did. Two queries.</summary>
    public static async Task<Dictionary<long, string[]>> SentencesAsync(
        BrinkDb db,
        Texts T,
        IReadOnlyCollection<long> subjects,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        if (subjects.Count == 0)
        {
            return [];
        }

        var lines = await Lines(db, since)
            .Where(e => subjects.Contains(e.SubjectId!.Value))
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .WordedAsync(db, T, cancellation);
        return lines
            .GroupBy(line => line.SubjectId!.Value)
            .ToDictionary(
                group => group.Key,
                group => group.Select(line => line.Sentence).Distinct(StringComparer.Ordinal).ToArray()
            );
    }

    private static IQueryable<JournalEntry> Lines(BrinkDb db, DateTimeOffset since) =>
        db.Journal.Where(e => e.At >= since && Verbs.Contains(e.Verb) && e.SubjectId != null).WorthTelling();
}
