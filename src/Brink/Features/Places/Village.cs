using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Places;

public enum VillageKind
{
    Village,
    Hamlet,
    Neighbourhood,
}

public enum VillageSize
{
    Unknown,
    Small,
    Large,
}

/// <summary>A place people belong to (P2). Its page is a subject, with the same number.</summary>
public partial class Village : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject? Subject { get; set; }
    public VillageKind Kind { get; set; }

    /// <summary>Said by the municipality where inhabitants are unknown; otherwise it follows from the threshold.</summary>
    public VillageSize StatedSize { get; set; }

    /// <summary>Degrees, WGS 84.</summary>
    public double? Longitude { get; set; }

    /// <summary>Degrees, WGS 84.</summary>
    public double? Latitude { get; set; }

    /// <summary>Codes of the CBS areas that make up this village.</summary>
    public string[] CbsCodes { get; set; } = [];

    /// <summary>The association's own words on its page, as Markdown.</summary>
    public string About { get; set; } = "";
    public string MeetingPlace { get; set; } = "";
    public string Website { get; set; } = "";
    public List<VillageInhabitants> Inhabitants { get; } = [];
    public List<Facility> Facilities { get; } = [];
    public uint Version { get; set; }

    public static Village Create(string name, VillageKind kind, DateTimeOffset at)
    {
        var village = new Village
        {
            Kind = kind,
            Subject = Subject.Create(SubjectKind.Village, name, Visibility.Public, at),
        };
        return village;
    }

    /// <summary>Small below the municipality's threshold (002 §2.1); unknown is never guessed.</summary>
    public VillageSize Size(int threshold) =>
        SizeOf(Inhabitants.OrderByDescending(i => i.Year).FirstOrDefault()?.Number, StatedSize, threshold);

    /// <summary>A figure goes before what was said; without either the size is unknown.</summary>
    public static VillageSize SizeOf(int? inhabitants, VillageSize stated, int threshold) =>
        inhabitants is { } number
            ? number < threshold
                ? VillageSize.Small
                : VillageSize.Large
            : stated;
}

/// <summary>Inhabitants of a village on 1 January of a year, with the source of the figure.</summary>
public class VillageInhabitants : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long VillageId { get; set; }
    public int Year { get; set; }
    public int Number { get; set; }
    public string Source { get; set; } = "";
}

public enum FacilityKind
{
    Shop,
    School,
    VillageHall,
    Pharmacy,
    GeneralPractitioner,
    BusStop,
    SportsGround,
    Playground,
    CashMachine,
    Library,
    Church,
    Other,
}

public enum FacilityState
{
    Open,
    AtRisk,
    Closed,
}

/// <summary>What a village has, and whether it stays (P2).</summary>
public class Facility : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long VillageId { get; set; }
    public FacilityKind Kind { get; set; }
    public string Name { get; set; } = "";
    public FacilityState State { get; set; }
    public DateOnly? Since { get; set; }
    public string Note { get; set; } = "";
}

/// <summary>What something is about. A subject, so that it can be followed like any other.</summary>
public class Theme : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject? Subject { get; set; }

    /// <summary>The drawing shown where there is no photo.</summary>
    public string Drawing { get; set; } = "overig";
    public int Order { get; set; }
}

/// <summary>Borders for the map, as GeoJSON geometry in WGS 84.</summary>
[NotJournaled("reference data that is loaded, not talked about")]
public class Area : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }

    /// <summary>CBS code.</summary>
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public long? VillageId { get; set; }
    public string Geometry { get; set; } = "{}";
    public string Source { get; set; } = "";
}
