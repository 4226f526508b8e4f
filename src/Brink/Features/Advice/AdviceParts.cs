using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Advice;

/// <summary>What the municipality does with one point.</summary>
public enum PointVerdict
{
    TakenOver,
    Partly,
    NotTaken,
}

/// <summary>What an official asks, cleaned and checked.</summary>
/// <param name="Title">What it is about, in one line.</param>
/// <param name="Question">As Markdown.</param>
/// <param name="Background">What is good to know, as Markdown; may be empty.</param>
/// <param name="Due">The last day on which the advice is hoped for.</param>
public sealed record AdviceAsking(string Title, string Question, string Background, DateOnly Due);

/// <summary>One recommendation. It gets an answer of its own.</summary>
public class AdvicePoint : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long AdviceId { get; set; }

    /// <summary>Counts from 1.</summary>
    public int Number { get; set; }

    /// <summary>As Markdown.</summary>
    public string Text { get; set; } = "";
}

/// <summary>What the municipality says to one point.</summary>
/// <param name="Verdict">Null as long as nobody chose.</param>
/// <param name="Because">The words after 'omdat', as Markdown.</param>
public sealed record PointAnswer(long PointId, PointVerdict? Verdict, string Because);

/// <summary>The whole answer, as it was typed.</summary>
/// <param name="Text">What goes before the points, as Markdown; may be empty.</param>
/// <param name="Reason">Why an answer that was given is corrected; empty for the first.</param>
public sealed record AnswerWords(string Text, string Reason, IReadOnlyList<PointAnswer> Points);

/// <summary>
/// What the municipality answered, or is writing. A corrected answer is a new one beside the old, which stays to be read.
/// </summary>
public class AdviceAnswer : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long AdviceId { get; set; }

    /// <summary>Counts from 1; above 1 it corrects the one before.</summary>
    public int Number { get; set; }
    public string Text { get; set; } = "";
    public string Reason { get; set; } = "";

    /// <summary>Null as long as it is being written.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
    public long? ContributionId { get; set; }
    public Contribution? Contribution { get; set; }
    public List<AdviceAnswerLine> Lines { get; } = [];

    public PointVerdict? VerdictOf(long pointId) => Lines.Find(line => line.PointId == pointId)?.Verdict;

    public string BecauseOf(long pointId) => Lines.Find(line => line.PointId == pointId)?.Because ?? "";
}

/// <summary>The answer to one point.</summary>
public class AdviceAnswerLine : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long AnswerId { get; set; }
    public long PointId { get; set; }
    public PointVerdict? Verdict { get; set; }
    public string Because { get; set; } = "";
}
