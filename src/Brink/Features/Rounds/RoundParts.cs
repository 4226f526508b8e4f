using Brink.Platform.Database;

namespace Brink.Features.Rounds;

/// <param name="OpensAt">Anything before now means at once.</param>
public sealed record RoundPlan(
    RoundKind Kind,
    string Question,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    bool MailIsEnough,
    DateOnly AnswerBy
);

/// <summary>A round was made longer, once.</summary>
public class RoundExtension : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long RoundId { get; set; }
    public DateTimeOffset From { get; init; }
    public DateTimeOffset To { get; init; }
    public string Reason { get; init; } = "";
    public DateTimeOffset At { get; init; }
}

/// <summary>
/// How many reactions there are to a section, kept by the database with each change (<c>count_reaction</c>), spread over a
/// few rows so that hundreds at once don't wait for one.
/// </summary>
[NotJournaled("counted by the database from what is journaled")]
public class RoundCount : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long RoundId { get; set; }

    /// <summary>0 for the whole.</summary>
    public int Anchor { get; set; }
    public int Slot { get; set; }
    public int Reactions { get; set; }
    public int Unanswered { get; set; }
}

/// <summary>About: <c>round</c>, <c>kind</c>.</summary>
public static class RoundVerbs
{
    public const string Set = "round.set";
    public const string Opened = "round.opened";
    public const string Extended = "round.extended";
    public const string Closed = "round.closed";
    public const string Finished = "round.finished";
}
