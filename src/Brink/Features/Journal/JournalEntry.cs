using System.Globalization;
using System.Text.Json;
using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Journal;

/// <summary>What happened to a subject, on its way to the journal.</summary>
public sealed record Happening(string Verb, Actor Actor, IReadOnlyList<(string Name, object Value)> About);

/// <summary>
/// One line of what happened to which subject. Rows can't be changed or removed, by a rule in the database. They hold
/// references and never a person's words or name, so that erasing a person leaves the journal true.
/// </summary>
public class JournalEntry : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }

    /// <summary>Null for what happened to the municipality as a whole, such as a role given.</summary>
    public long? SubjectId { get; private set; }
    public Subject? Subject { get; private set; }
    public string Verb { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public long? PersonId { get; private set; }
    public long? OnBehalfOfId { get; private set; }
    public long? EnteredById { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>References and codes as JSON: numbers, dates, names of states.</summary>
    public string About { get; private set; } = "{}";

    /// <summary>The request it came with, to find it in the log.</summary>
    public string? RequestId { get; private set; }

    public static JournalEntry Of(Subject? subject, Happening happening) =>
        new()
        {
            Subject = subject,
            Verb = happening.Verb,
            At = happening.Actor.At,
            PersonId = happening.Actor.PersonId,
            OnBehalfOfId = happening.Actor.OnBehalfOfId,
            EnteredById = happening.Actor.EnteredById,
            Channel = happening.Actor.Channel,
            About = Json(happening.About),
            RequestId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
        };

    /// <summary>Something on a subject that doesn't bring it to the top of lists, so that many may do it at once.</summary>
    public static JournalEntry Beside(
        long subjectId,
        string verb,
        Actor actor,
        params (string Name, object Value)[] about
    )
    {
        var entry = Of(null, new Happening(verb, actor, about));
        entry.SubjectId = subjectId;
        return entry;
    }

    /// <summary>Something that concerns no subject.</summary>
    public static JournalEntry General(string verb, Actor actor, params (string Name, object Value)[] about) =>
        Of(null, new Happening(verb, actor, about));

    private static string Json(IReadOnlyList<(string Name, object Value)> about) =>
        about.Count == 0
            ? "{}"
            : JsonSerializer.Serialize(about.ToDictionary(a => a.Name, a => Plain(a.Value), StringComparer.Ordinal));

    private static object Plain(object value) =>
        value switch
        {
            Enum code => code.ToString(),
            // A number that the row gets with this save.
            Func<long> number => number(),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value,
        };
}

/// <summary>A journal line that mails and feeds must still be made of. Removed when that is done.</summary>
[NotJournaled("it is the journal's own outbox")]
public class PendingDispatch : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long JournalEntryId { get; set; }
    public JournalEntry? JournalEntry { get; set; }
}
