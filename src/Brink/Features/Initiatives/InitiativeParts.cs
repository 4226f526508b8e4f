using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Initiatives;

/// <summary>A person who carries the initiative.</summary>
public class Initiator : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long InitiativeId { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public DateOnly Since { get; set; }
}

public class PhaseChange : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; set; }
    public Phase Phase { get; set; }
    public DateOnly On { get; set; }
    public DateTimeOffset At { get; set; }
    public string NextStep { get; set; } = "";
    public DateOnly? NextStepDate { get; set; }
}

public enum RequirementKind
{
    Permit,
    Land,
    Traffic,
    Money,
    Insurance,
    Upkeep,
    Other,
}

/// <summary>What is needed before it can go on, as the municipality sees it.</summary>
public class Requirement : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; set; }
    public RequirementKind Kind { get; set; }
    public string Text { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public DateTimeOffset? MetAt { get; set; }
}

/// <summary>A colleague the liaison brought in.</summary>
public class Colleague : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long InitiativeId { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public string Why { get; set; } = "";
    public DateTimeOffset At { get; set; }
}

/// <summary>A question of the municipality, with the initiators' reply.</summary>
public class Question : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; set; }
    public Initiative? Initiative { get; set; }
    public string Text { get; set; } = "";
    public long ContributionId { get; set; }
    public Contribution? Contribution { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public string? Reply { get; set; }
    public long? ReplyContributionId { get; set; }
    public Contribution? ReplyContribution { get; set; }
    public DateTimeOffset? RepliedAt { get; set; }
    public uint Version { get; set; }
}

/// <summary>How it goes, told by the initiators.</summary>
public class Update : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; set; }
    public string Text { get; set; } = "";
    public long ContributionId { get; set; }
    public Contribution? Contribution { get; set; }
    public DateTimeOffset At { get; set; }
}
