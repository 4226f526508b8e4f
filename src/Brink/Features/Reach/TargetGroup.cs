using Brink.Features.Notices;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Text;

namespace Brink.Features.Reach;

/// <summary>People something is meant for: young people, older people, newcomers… Each municipality has its own (P9).</summary>
public class TargetGroup : ITenantEntity
{
    public const int LongestName = 60;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public string Name { get; private set; } = "";
    public int Order { get; private set; }

    /// <summary>From then on it can't be chosen any more; what was chosen before stays counted.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <exception cref="ArgumentException">A name that <see cref="Check"/> refuses.</exception>
    public static TargetGroup Named(string name, int order)
    {
        var line = TextRules.Line(name);
        return line.Length == 0
            ? throw new ArgumentException("A group without a name.", nameof(name))
            : new TargetGroup { Name = line, Order = order };
    }

    public static Outcome Check(string field, string? name)
    {
        var line = TextRules.Line(name, LongestName);
        return line.IsEmpty ? Outcome.Of([new Refusal(field, "Vul een naam in.")])
            : line.Problem is { } problem ? Outcome.Of([new Refusal(field, problem, line.Arguments)])
            : Outcome.Done;
    }

    /// <summary>Ends it, or takes it into use again.</summary>
    public void Turn(bool inUse, DateTimeOffset now) => EndedAt = inUse ? null : EndedAt ?? now;
}

/// <summary>A subject is meant for a group.</summary>
public class SubjectGroup : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long SubjectId { get; set; }
    public long GroupId { get; set; }
}

public static class ReachVerbs
{
    public const string GroupsSet = "reach.groups-set";
    public const string GroupAdded = "reach.group-added";
    public const string GroupTurned = "reach.group-turned";
}

/// <summary>What happens to themes and groups of subjects.</summary>
public sealed class ReachNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            ReachVerbs.GroupsSet => T["{0} zei over welk thema dit gaat en voor wie het is.", who],
            ReachVerbs.GroupAdded => T["{0} voegde een doelgroep toe.", who],
            ReachVerbs.GroupTurned => T["{0} zette een doelgroep aan of uit.", who],
            _ => null,
        };
}
