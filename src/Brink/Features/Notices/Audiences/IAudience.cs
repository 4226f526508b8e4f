using System.Globalization;
using Brink.Features.Subjects;

namespace Brink.Features.Notices.Audiences;

/// <summary>A journal line on its way out.</summary>
public sealed record LineOut(
    long Id,
    string Verb,
    long? PersonId,
    long? EnteredById,
    long? SubjectId,
    SubjectKind? SubjectKind,
    Visibility? Visibility,
    long[] Villages,
    long[] Themes,
    JournalFacts About
)
{
    public bool IsBy(long personId) => personId == PersonId || personId == EnteredById;
}

/// <summary>One person must hear of one line. A person hears once of a line, whatever the reason.</summary>
/// <param name="NotBefore">Later than now where the reader wants to hear less often.</param>
public sealed record Hearing(LineOut Line, long PersonId, MailKind Kind, DateTimeOffset? NotBefore = null)
{
    /// <summary>One receipt for an idea, also when the form that took it in has ordered it already.</summary>
    public string Key =>
        Kind == MailKind.Receipt
            ? string.Create(CultureInfo.InvariantCulture, $"receipt-{Line.SubjectId}")
            : string.Create(CultureInfo.InvariantCulture, $"{Line.Id}:{PersonId}");
}

/// <summary>One group of people that must hear of what happens. Asks the database a fixed number of times.</summary>
public interface IAudience
{
    Task TellAsync(Outgoing outgoing, CancellationToken cancellation);
}
