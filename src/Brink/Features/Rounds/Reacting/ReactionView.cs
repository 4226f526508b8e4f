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
    SectionRead? Read,
    IReadOnlyList<EarlierAnswer> Earlier
)
{
    /// <summary>
    /// Whether what it is about reads otherwise by now: its chosen words are gone, or its section has other words. Null
    /// when nothing changed.
    /// </summary>
    public TextChange? ChangeTo(KnownSection? now) =>
        Anchor == 0 || Read is null ? null
        : now is not { IsInNewest: true } ? TextChange.Gone
        : Quote.Length > 0
            ? Platform.Text.Markdown.DocumentPlain(now.Text).Contains(Quote, StringComparison.Ordinal) ? null
                : TextChange.Changed
        : SectionMatching.SameWords(Read.Text, now.Text) && Read.Heading == now.Heading ? null
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

    /// <summary>In the order that was asked, one query with what is joined.</summary>
    public static Task<ReactionView[]> ViewsAsync(
        this IQueryable<Reaction> reactions,
        CancellationToken cancellation
    ) =>
        reactions
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
                r.SectionId == null ? null : new SectionRead(r.Section!.Heading, r.Section.Text),
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
}
