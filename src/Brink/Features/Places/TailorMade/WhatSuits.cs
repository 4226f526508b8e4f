using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Tenancy;

namespace Brink.Features.Places.TailorMade;

/// <summary>How far a village wants to take part in a topic: the usual levels of participation, and 'rather not'.</summary>
public enum InvolvementLevel
{
    RatherNot,
    Inform,
    Consult,
    Advise,
    CoCreate,
    DecideTogether,
}

public enum ReachChannel
{
    Mail,
    Telephone,
    Paper,
    Meeting,
}

public enum HowOften
{
    AtOnce,
    Weekly,
    Monthly,
}

/// <summary>
/// What suits one village (P7, maatwerk): kept by its association, or typed in for it by the liaison. A village without
/// it lacks nothing.
/// </summary>
public class WhatSuits : ITenantOwned
{
    public const int LongestTimes = 300;
    public const int LongestWords = 2000;

    public long MunicipalityId { get; set; }
    public long VillageId { get; private set; }
    public Village? Village { get; private set; }

    /// <summary>Names of <see cref="ReachChannel"/>, in its order; none is no preference.</summary>
    public string[] Channels { get; private set; } = [];
    public HowOften HowOften { get; private set; }
    public string UnsuitableTimes { get; private set; } = "";
    public string Words { get; private set; } = "";
    public DateOnly UpdatedOn { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public List<WhatSuitsTopic> Topics { get; } = [];
    public uint Version { get; private set; }

    public static WhatSuits Of(Village village) => new() { VillageId = village.Id, Village = village };

    /// <summary>Says all of it anew.</summary>
    /// <param name="topics">By theme; a theme that is not named has no wish.</param>
    public Outcome Record(
        SuitingWords words,
        IReadOnlyDictionary<long, InvolvementLevel> topics,
        Contribution provenance,
        Actor actor
    )
    {
        Channels = [.. words.Channels.Distinct().Order().Select(channel => channel.ToString())];
        HowOften = words.HowOften;
        UnsuitableTimes = words.UnsuitableTimes;
        Words = words.Words;
        UpdatedOn = actor.Today;
        Contribution = provenance;
        Topics.RemoveAll(t => !topics.ContainsKey(t.ThemeId));
        foreach (var (theme, level) in topics)
        {
            if (Topics.Find(t => t.ThemeId == theme) is { } known)
            {
                known.Level = level;
            }
            else
            {
                Topics.Add(new WhatSuitsTopic { ThemeId = theme, Level = level });
            }
        }

        Village!.Subject!.Happened(TailorMadeVerbs.Recorded, actor);
        return Outcome.Done;
    }
}

public class WhatSuitsTopic : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long VillageId { get; set; }
    public long ThemeId { get; set; }
    public InvolvementLevel Level { get; set; }
}

public sealed record SuitingWords(
    IReadOnlyCollection<ReachChannel> Channels,
    HowOften HowOften,
    string UnsuitableTimes,
    string Words
);

public static class TailorMadeVerbs
{
    public const string Recorded = "village.what-suits-recorded";
}
