using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Developments;

/// <summary>Whose development it is.</summary>
public enum DevelopmentLevel
{
    Local,
    Municipal,
    National,
}

/// <summary>Something that the umbrella keeps an eye on: what it means for villages, and by when to act (S5).</summary>
public class Development : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public DevelopmentLevel Level { get; private set; }

    /// <summary>What is going on, as Markdown.</summary>
    public string What { get; private set; } = "";

    /// <summary>What it means for villages, as Markdown.</summary>
    public string Meaning { get; private set; } = "";

    /// <summary>The last day on which acting still helps; null when that is unknown.</summary>
    public DateOnly? ActBy { get; private set; }

    /// <summary>A web address, or empty.</summary>
    public string Source { get; private set; } = "";
    public long UmbrellaId { get; private set; }
    public Organisation? Umbrella { get; private set; }

    /// <summary>Who keeps an eye on it for the umbrella.</summary>
    public long? FollowerId { get; private set; }
    public Person? Follower { get; private set; }

    /// <summary>Nothing has to be done any more; it stays to be read.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
    public bool IsExample { get; private set; }

    /// <summary>What was made of it.</summary>
    public List<DevelopmentStep> Steps { get; } = [];
    public uint Version { get; private set; }

    public bool IsPublic => Subject.Visibility == Visibility.Public;

    public static Development Watch(DevelopmentWords words, long umbrellaId, Actor actor, bool isExample = false)
    {
        var development = new Development
        {
            Subject = Subject.Create(SubjectKind.Development, words.Title, Seen(words), actor.At),
            UmbrellaId = umbrellaId,
            IsExample = isExample,
        };
        development.Write(words);
        development.Subject.Happened(DevelopmentVerbs.Watched, actor);
        return development;
    }

    public Outcome Edit(DevelopmentWords words, Actor actor)
    {
        Subject.Rename(words.Title);
        Subject.Show(Seen(words));
        Write(words);
        Subject.Happened(DevelopmentVerbs.Edited, actor);
        return Outcome.Done;
    }

    /// <summary>Became a signal or a shared concern; the other one has its own page.</summary>
    /// <param name="other">Added to the database already, so that its number is known.</param>
    public Outcome Became(Subject other, Actor actor)
    {
        if (ClosedAt is not null)
        {
            return Outcome.Refuse("", "Deze ontwikkeling is al afgesloten.");
        }

        Steps.Add(new DevelopmentStep { OtherId = other.Id, At = actor.At });
        Subject.Happened(DevelopmentVerbs.Became, actor, ("kind", other.Kind));
        return Outcome.Done;
    }

    /// <summary>Somebody of the umbrella takes the next step by a day; it is a promise of the umbrella.</summary>
    public Outcome PlanStep(string what, DateOnly due, Actor actor)
    {
        if (ClosedAt is not null)
        {
            return Outcome.Refuse("", "Deze ontwikkeling is al afgesloten.");
        }

        if (string.IsNullOrWhiteSpace(what))
        {
            return Outcome.Refuse("StepText", "Schrijf wat de volgende stap is.");
        }

        if (due < actor.Today)
        {
            return Outcome.Refuse("Due", "Deze datum is al voorbij.");
        }

        Promise.Make(
            Subject,
            PromiseKind.Agreed,
            new Party(UmbrellaId, FollowerId ?? actor.PersonId),
            new Party(UmbrellaId, null),
            due,
            actor,
            what.Trim()
        );
        return Outcome.Done;
    }

    public Outcome Close(Actor actor)
    {
        if (ClosedAt is not null)
        {
            return Outcome.Refuse("", "Deze ontwikkeling is al afgesloten.");
        }

        ClosedAt = actor.At;
        Subject.Happened(DevelopmentVerbs.Closed, actor);
        return Outcome.Done;
    }

    /// <summary>The person is no longer known; the umbrella keeps watching.</summary>
    public void LetFollowerGo(Actor actor)
    {
        FollowerId = null;
        Subject.Happened(DevelopmentVerbs.Edited, actor);
    }

    private static Visibility Seen(DevelopmentWords words) =>
        words.IsPublic ? Visibility.Public : Visibility.Restricted;

    private void Write(DevelopmentWords words)
    {
        (Level, What, Meaning) = (words.Level, words.What.Trim(), words.Meaning.Trim());
        (ActBy, Source, FollowerId) = (words.ActBy, words.Source, words.FollowerId);
        Subject.Describe(string.Join('\n', What, Meaning));
    }
}

/// <summary>What a development became.</summary>
public class DevelopmentStep : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DevelopmentId { get; set; }
    public long OtherId { get; set; }
    public Subject? Other { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>What somebody of the umbrella writes of it, cleaned and checked.</summary>
public sealed record DevelopmentWords(
    string Title,
    DevelopmentLevel Level,
    string What,
    string Meaning,
    DateOnly? ActBy,
    string Source,
    long? FollowerId,
    bool IsPublic
);

public static class DevelopmentVerbs
{
    public const string Watched = "development.watched";
    public const string Edited = "development.edited";
    public const string Became = "development.became";
    public const string Closed = "development.closed";
}
