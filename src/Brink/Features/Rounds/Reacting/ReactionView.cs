using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Reacting;

/// <summary>A reaction with its answer, as everybody may read it.</summary>
/// <param name="Organisation">Null for a person's own.</param>
/// <param name="Name">Null for who didn't choose to show it.</param>
/// <param name="ReceivedOn">For a letter: when it came.</param>
/// <param name="EnteredFor">The organisation that typed it in for somebody; null for who did so alone.</param>
/// <param name="Read">The section as it read when somebody reacted to it.</param>
public sealed record ReactionView(
    long Id,
    ReactionKind Kind,
    int Anchor,
    string Quote,
    string Text,
    string Proposed,
    ReactionState State,
    DateTimeOffset At,
    bool IsLate,
    DateOnly? ReceivedOn,
    string? Organisation,
    string? Name,
    string? EnteredFor,
    Channel Channel,
    AnswerOutcome? Verdict,
    string? Because,
    long? SectionId,
    IReadOnlyList<EarlierAnswer> Earlier
)
{
    /// <summary>Null for a reaction to the whole.</summary>
    public SectionRead? Read { get; init; }

    /// <summary>
    /// Whether what it is about reads otherwise by now: its chosen words are gone, or its section has other words. Null
    /// when nothing changed.
    /// </summary>
    public TextChange? ChangeTo(KnownSection? now) =>
        Anchor == 0 || Read is null ? null
        : now is not { IsInNewest: true } ? TextChange.Gone
        : (Quote.Length > 0 ? now.Plain.Contains(Quote, StringComparison.Ordinal) : now.ReadsAs(Read)) ? null
        : TextChange.Changed;
}

public sealed record SectionRead(string Heading, string Text);

public enum TextChange
{
    Changed,

    /// <summary>The section is not in the newest version any more.</summary>
    Gone,
}

public static class ReactionQueries
{
    /// <summary>Those that everybody reads.</summary>
    public static IQueryable<Reaction> Shown(this IQueryable<Reaction> reactions) =>
        reactions.Where(r => r.State == ReactionState.Standing || r.State == ReactionState.Answered);

    /// <summary>
    /// In the order that was asked: one query with what is joined, and one for the sections, which may be long and are
    /// read once however many reacted to them.
    /// </summary>
    public static async Task<ReactionView[]> ViewsAsync(
        this IQueryable<Reaction> reactions,
        BrinkDb db,
        CancellationToken cancellation
    )
    {
        var rows = await reactions
            .AsNoTracking()
            .Select(r => new ReactionView(
                r.Id,
                r.Kind,
                r.Anchor,
                r.Quote,
                r.Text,
                r.Proposed,
                r.State,
                r.At,
                r.IsLate,
                r.ReceivedOn,
                r.Organisation!.Name,
                r.Contribution!.NameIsPublic ? r.Person!.Name : null,
                r.Contribution.EnteredById == null ? null : r.Contribution.EnteredFor!.Name,
                r.Contribution.Channel,
                r.State == ReactionState.Answered ? r.Answer!.Verdict : null,
                r.State == ReactionState.Answered ? r.Answer!.Because : null,
                r.SectionId,
                r.Answer!.Corrections.Where(c => c.GivenAt != null && r.State == ReactionState.Answered)
                    .OrderByDescending(c => c.Number)
                    .Select(c => new EarlierAnswer(
                        c.BeforeVerdict,
                        c.BeforeBecause,
                        c.BeforeAt,
                        c.Reason,
                        c.GivenAt!.Value
                    ))
                    .ToArray()
            ))
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        var about = rows.Select(row => row.SectionId).OfType<long>().Distinct().ToArray();
        var sections = await db
            .DocumentSections.AsNoTracking()
            .Where(s => about.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => new SectionRead(s.Heading, s.Text), cancellation);
        return
        [
            .. rows.Select(row => row with { Read = row.SectionId is { } id ? sections.GetValueOrDefault(id) : null }),
        ];
    }
}
