using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Signals.Concerns;

/// <summary>Signals of several villages that are about the same, under one name (S3).</summary>
public class SharedConcern : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;

    /// <summary>What it is about, as Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The umbrella or the municipality, which keeps it.</summary>
    public long KeptById { get; private set; }
    public Organisation? KeptBy { get; private set; }
    public bool IsExample { get; private set; }
    public List<ConcernSignal> Signals { get; } = [];
    public uint Version { get; private set; }

    public static SharedConcern Name(string title, string text, long keptById, Actor actor, bool isExample = false)
    {
        var concern = new SharedConcern
        {
            Subject = Subject.Create(SubjectKind.SharedConcern, title, Visibility.Public, actor.At),
            KeptById = keptById,
            IsExample = isExample,
        };
        concern.Write(text);
        concern.Subject.Happened(SharedConcernVerbs.Named, actor);
        return concern;
    }

    public Outcome Edit(string title, string text, Actor actor)
    {
        Subject.Rename(title);
        Write(text);
        Subject.Happened(SharedConcernVerbs.Edited, actor);
        return Outcome.Done;
    }

    /// <summary>Signals belong to it too; twice at once is once, by the key of the row.</summary>
    public Outcome Gather(IReadOnlyCollection<Signal> signals, Actor actor)
    {
        if (signals.Any(s => s.Subject.Visibility != Visibility.Public))
        {
            return Outcome.Refuse("SignalIds", "Een van de signalen is intussen niet meer openbaar.");
        }

        var added = signals.Where(signal => Signals.TrueForAll(s => s.SignalId != signal.Id)).ToArray();
        if (added.Length == 0)
        {
            return Outcome.Done;
        }

        Signals.AddRange(added.Select(signal => new ConcernSignal { SignalId = signal.Id, At = actor.At }));
        var known = Subject.Villages.Select(v => v.VillageId).ToHashSet();
        Subject.Villages.AddRange(
            added
                .SelectMany(signal => signal.Subject.Villages)
                .Select(v => v.VillageId)
                .Where(known.Add)
                .Select(village => new SubjectVillage { VillageId = village })
                .ToArray()
        );
        Subject.Happened(SharedConcernVerbs.Gathered, actor, ("number", added.Length));
        return Outcome.Done;
    }

    /// <param name="left">The villages of the signals that stay.</param>
    public Outcome LetGo(long signalId, IReadOnlyCollection<long> left, Actor actor)
    {
        if (Signals.RemoveAll(s => s.SignalId == signalId) == 0)
        {
            return Outcome.Refuse("", "Dit signaal hoort er al niet meer bij.");
        }

        Subject.Villages.RemoveAll(v => !left.Contains(v.VillageId));
        Subject.Happened(SharedConcernVerbs.LetGo, actor, ("signal", signalId));
        return Outcome.Done;
    }

    private void Write(string text)
    {
        Text = text.Trim();
        Subject.Describe(Text);
    }
}

/// <summary>A signal belongs to a shared concern.</summary>
public class ConcernSignal : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long ConcernId { get; set; }
    public long SignalId { get; set; }
    public Signal? Signal { get; set; }
    public DateTimeOffset At { get; set; }
}
