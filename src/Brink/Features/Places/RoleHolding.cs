using Brink.Features.Accounts;
using Brink.Platform.Database;

namespace Brink.Features.Places;

public enum Role
{
    Chair,
    Secretary,
    Treasurer,
    BoardMember,
    ContactPerson,
    Liaison,
    BudgetHolder,
    PolicyOfficer,
    CommunityWorker,
    YouthWorker,
    RuralDevelopmentWorker,
    ExecutiveMember,
    Councillor,
    Administrator,
}

/// <summary>A person holds a role in an organisation from a day to a day (P4). Ended, not deleted: it is history, but for one taken away on its first day.</summary>
public class RoleHolding : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public long OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public Role Role { get; set; }

    /// <summary>The one village it is for, as with a liaison; null for all the organisation's villages.</summary>
    public long? VillageId { get; set; }
    public Village? Village { get; set; }

    /// <summary>What a policy officer is about.</summary>
    public string Topics { get; set; } = "";
    public DateOnly From { get; set; }

    /// <summary>Last day; null for as long as it lasts.</summary>
    public DateOnly? To { get; set; }

    /// <summary>After its last day: what was promised in it has gone to who comes next.</summary>
    public bool PromisesHandedOver { get; set; }

    /// <summary>Whoever acts in this role while it ends finds out here.</summary>
    public uint Version { get; private set; }

    public bool IsHeldOn(DateOnly day) => From <= day && (To is null || To >= day);
}
