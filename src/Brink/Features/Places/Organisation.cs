using Brink.Platform.Database;

namespace Brink.Features.Places;

public enum OrganisationKind
{
    Association,
    Umbrella,
    Welfare,
    Municipality,
    VillageHalls,
    HousingCorporation,
    Police,
    School,
    Business,
    InformalGroup,
}

/// <summary>An organisation of any kind (P3). An association represents one or more villages.</summary>
public partial class Organisation : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public OrganisationKind Kind { get; set; }
    public string Name { get; set; } = "";
    public string Mail { get; set; } = "";
    public string Telephone { get; set; } = "";
    public string Website { get; set; } = "";
    public string PostalAddress { get; set; } = "";

    /// <summary>Recognised by the municipality from this date on; null means not recognised.</summary>
    public DateOnly? RecognisedFrom { get; set; }
    public DateOnly? RecognisedTo { get; set; }

    /// <summary>On what the recognition rests, and how sure its date is.</summary>
    public string RecognitionNote { get; set; } = "";

    /// <summary>Bank account number, encrypted; treasurer and budget holder only.</summary>
    public byte[]? BankAccount { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public List<Representation> Represents { get; } = [];
    public List<Membership> MemberOf { get; } = [];
    public uint Version { get; set; }

    public bool IsRecognisedOn(DateOnly day) => RecognisedFrom <= day && (RecognisedTo is null || RecognisedTo >= day);
}

/// <summary>An association speaks for a village during a period.</summary>
public class Representation : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public long VillageId { get; set; }
    public Village? Village { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    public bool IsHeldOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
}

/// <summary>An association is a member of the umbrella during a period.</summary>
public class Membership : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long OrganisationId { get; set; }
    public long UmbrellaId { get; set; }
    public Organisation? Umbrella { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    public bool IsHeldOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
}
