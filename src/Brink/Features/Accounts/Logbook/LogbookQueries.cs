using System.Globalization;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Logbook;

/// <summary>What part of the journal is asked for. References only: an address holds no names.</summary>
public sealed record LogbookFilter
{
    [FromQuery(Name = "onderwerp")]
    public long? Subject { get; init; }

    [FromQuery(Name = "persoon")]
    public long? Person { get; init; }

    [FromQuery(Name = "wat")]
    public string? Verb { get; init; }

    [FromQuery(Name = "van")]
    public DateOnly? From { get; init; }

    /// <summary>The last day, whole.</summary>
    [FromQuery(Name = "tot")]
    public DateOnly? To { get; init; }

    public bool IsEmpty => this == new LogbookFilter();

    public string Address(int page = 1, string? handler = null)
    {
        var parts = new List<string>();
        Add("onderwerp", Subject?.ToString(CultureInfo.InvariantCulture));
        Add("persoon", Person?.ToString(CultureInfo.InvariantCulture));
        Add("wat", Verb);
        Add("van", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("tot", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("pagina", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        Add("handler", handler);
        return AccountLinks.Journal + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>For the journal line that says somebody read it.</summary>
    public IEnumerable<(string Name, object Value)> Facts()
    {
        if (Subject is { } subject)
        {
            yield return ("subject", subject);
        }

        if (Person is { } person)
        {
            yield return ("person", person);
        }

        if (LogbookQueries.Verbs.Contains(Verb, StringComparer.Ordinal))
        {
            yield return ("verb", Verb!);
        }

        if (From is { } from)
        {
            yield return ("from", from);
        }

        if (To is { } to)
        {
            yield return ("to", to);
        }
    }
}

/// <summary>One line of the journal with the names as they are known today.</summary>
/// <param name="Who">Null when the person was erased or nobody is known.</param>
/// <param name="Concerned">The person in <c>about</c>, as with a role given.</param>
public sealed record LogbookLine(
    long Id,
    DateTimeOffset At,
    string Verb,
    long? PersonId,
    string? Who,
    string? OnBehalfOf,
    string? EnteredBy,
    Channel Channel,
    string About,
    long? SubjectId,
    SubjectKind? SubjectKind,
    string? SubjectTitle,
    string? SubjectSlug,
    string? RequestId
)
{
    public JournalFacts Facts => JournalFacts.Of(About);
}

public static class LogbookQueries
{
    /// <summary>Every verb there is, in the order of the alphabet.</summary>
    public static readonly IReadOnlyList<string> Verbs =
    [
        .. typeof(LogbookQueries)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Verbs", StringComparison.Ordinal)
            )
            .SelectMany(type => type.GetFields())
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal),
    ];

    public static IQueryable<JournalEntry> Chosen(this IQueryable<JournalEntry> journal, LogbookFilter filter)
    {
        // In confidence is for named readers and policy officers: the administrator reads of it when it is over.
        journal = journal.Where(e =>
            e.Subject == null
            || (e.Subject.Kind != SubjectKind.Dossier && e.Subject.Kind != SubjectKind.Advice)
            || e.Subject.Visibility != Visibility.Restricted
        );
        if (filter.Subject is { } subject)
        {
            journal = journal.Where(e => e.SubjectId == subject);
        }

        if (filter.Person is { } person)
        {
            var concerned = $$"""{"person":{{person.ToString(CultureInfo.InvariantCulture)}}}""";
            journal = journal.Where(e =>
                e.PersonId == person || e.EnteredById == person || EF.Functions.JsonContains(e.About, concerned)
            );
        }

        if (!string.IsNullOrEmpty(filter.Verb))
        {
            journal = journal.Where(e => e.Verb == filter.Verb);
        }

        if (filter.From is { } from)
        {
            var start = DutchTime.StartOf(from);
            journal = journal.Where(e => e.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = DutchTime.StartOf(to.AddDays(1));
            journal = journal.Where(e => e.At < end);
        }

        return journal.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }

    public static IQueryable<LogbookLine> Lines(this IQueryable<JournalEntry> journal, BrinkDb db) =>
        journal
            .AsNoTracking()
            .Select(e => new LogbookLine(
                e.Id,
                e.At,
                e.Verb,
                e.PersonId,
                db.People.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault(),
                db.Organisations.Where(o => o.Id == e.OnBehalfOfId).Select(o => o.Name).FirstOrDefault(),
                db.People.Where(p => p.Id == e.EnteredById).Select(p => p.Name).FirstOrDefault(),
                e.Channel,
                e.About,
                e.SubjectId,
                (SubjectKind?)e.Subject!.Kind,
                // What was withdrawn in confidence keeps its name to itself.
                (e.Subject.Kind == SubjectKind.Dossier || e.Subject.Kind == SubjectKind.Advice)
                && e.Subject.Visibility != Visibility.Public
                    ? null
                    : e.Subject.Title,
                (e.Subject.Kind == SubjectKind.Dossier || e.Subject.Kind == SubjectKind.Advice)
                && e.Subject.Visibility != Visibility.Public
                    ? null
                    : e.Subject.Slug,
                e.RequestId
            ));
}
