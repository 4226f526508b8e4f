namespace Brink.Features.Places;

/// <summary>What kinds and states are called in the open interface. Programs count on these: they stay.</summary>
public static class PlacesCodes
{
    public static readonly IReadOnlyDictionary<string, VillageKind> VillageKinds = new Dictionary<string, VillageKind>(
        StringComparer.Ordinal
    )
    {
        ["dorp"] = VillageKind.Village,
        ["buurtschap"] = VillageKind.Hamlet,
        ["wijk"] = VillageKind.Neighbourhood,
    };

    public static readonly IReadOnlyDictionary<string, OrganisationKind> OrganisationKinds = new Dictionary<
        string,
        OrganisationKind
    >(StringComparer.Ordinal)
    {
        ["vereniging"] = OrganisationKind.Association,
        ["koepel"] = OrganisationKind.Umbrella,
        ["welzijn"] = OrganisationKind.Welfare,
        ["gemeente"] = OrganisationKind.Municipality,
        ["dorpshuizen"] = OrganisationKind.VillageHalls,
        ["woningcorporatie"] = OrganisationKind.HousingCorporation,
        ["politie"] = OrganisationKind.Police,
        ["school"] = OrganisationKind.School,
        ["bedrijf"] = OrganisationKind.Business,
        ["groep-bewoners"] = OrganisationKind.InformalGroup,
    };

    public static string Of(VillageKind kind) => VillageKinds.First(pair => pair.Value == kind).Key;

    public static string Of(OrganisationKind kind) => OrganisationKinds.First(pair => pair.Value == kind).Key;

    public static string Of(VillageSize size) =>
        size switch
        {
            VillageSize.Small => "klein",
            VillageSize.Large => "groot",
            _ => "onbekend",
        };

    public static string Of(FacilityState state) =>
        state switch
        {
            FacilityState.Open => "open",
            FacilityState.AtRisk => "onder-druk",
            _ => "gesloten",
        };

    public static string Of(FacilityKind kind) =>
        kind switch
        {
            FacilityKind.Shop => "winkel",
            FacilityKind.School => "school",
            FacilityKind.VillageHall => "dorpshuis",
            FacilityKind.Pharmacy => "apotheek",
            FacilityKind.GeneralPractitioner => "huisarts",
            FacilityKind.BusStop => "bushalte",
            FacilityKind.SportsGround => "sportveld",
            FacilityKind.Playground => "speeltuin",
            FacilityKind.CashMachine => "geldautomaat",
            FacilityKind.Library => "bibliotheek",
            FacilityKind.Church => "kerk",
            _ => "anders",
        };
}
