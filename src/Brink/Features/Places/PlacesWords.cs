using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Places;

/// <summary>The words for what places and organisations are.</summary>
public static class PlacesWords
{
    public static string NameOf(this Texts T, VillageKind kind) =>
        kind switch
        {
            VillageKind.Hamlet => T["Buurtschap"],
            VillageKind.Neighbourhood => T["Wijk"],
            _ => T["Dorp"],
        };

    /// <summary>'Klein dorp', or only 'Dorp' where the size is not known.</summary>
    public static string KindAndSize(this Texts T, VillageKind kind, VillageSize size) =>
        (kind, size) switch
        {
            (VillageKind.Village, VillageSize.Small) => T["Klein dorp"],
            (VillageKind.Village, VillageSize.Large) => T["Groot dorp"],
            _ => T.NameOf(kind),
        };

    public static string NameOf(this Texts T, VillageSize size) =>
        size switch
        {
            VillageSize.Small => T["Klein"],
            VillageSize.Large => T["Groot"],
            _ => T["Onbekend"],
        };

    public static string NameOf(this Texts T, OrganisationKind kind) =>
        kind switch
        {
            OrganisationKind.Association => T["Dorpsvereniging"],
            OrganisationKind.Umbrella => T["Koepel"],
            OrganisationKind.Welfare => T["Welzijnswerk"],
            OrganisationKind.Municipality => T["Gemeente"],
            OrganisationKind.VillageHalls => T["Dorpshuizen"],
            OrganisationKind.HousingCorporation => T["Woningcorporatie"],
            OrganisationKind.Police => T["Politie"],
            OrganisationKind.School => T["School"],
            OrganisationKind.Business => T["Bedrijf"],
            _ => T["Groep bewoners"],
        };

    public static string NameOf(this Texts T, FacilityKind kind) =>
        kind switch
        {
            FacilityKind.Shop => T["Winkel"],
            FacilityKind.School => T["School"],
            FacilityKind.VillageHall => T["Dorpshuis"],
            FacilityKind.Pharmacy => T["Apotheek"],
            FacilityKind.GeneralPractitioner => T["Huisarts"],
            FacilityKind.BusStop => T["Bushalte"],
            FacilityKind.SportsGround => T["Sportveld"],
            FacilityKind.Playground => T["Speeltuin"],
            FacilityKind.CashMachine => T["Geldautomaat"],
            FacilityKind.Library => T["Bibliotheek"],
            FacilityKind.Church => T["Kerk"],
            _ => T["Andere voorziening"],
        };

    public static Status StatusOf(this Texts T, FacilityState state) =>
        state switch
        {
            FacilityState.AtRisk => new(T["Onder druk"], StatusKind.Warning),
            FacilityState.Closed => new(T["Gesloten"], StatusKind.Danger),
            _ => new(T["Open"], StatusKind.Success),
        };

    public static string NameOf(this Texts T, Role role) =>
        role switch
        {
            Role.Chair => T["Voorzitter"],
            Role.Secretary => T["Secretaris"],
            Role.Treasurer => T["Penningmeester"],
            Role.BoardMember => T["Bestuurslid"],
            Role.ContactPerson => T["Contactpersoon"],
            Role.Liaison => T["Dorpscontactambtenaar"],
            Role.BudgetHolder => T["Budgethouder"],
            Role.PolicyOfficer => T["Beleidsadviseur"],
            Role.CommunityWorker => T["Opbouwwerker"],
            Role.YouthWorker => T["Jongerenwerker"],
            Role.RuralDevelopmentWorker => T["Medewerker plattelandsontwikkeling"],
            Role.ExecutiveMember => T["Wethouder"],
            Role.Councillor => T["Raadslid"],
            _ => T["Beheerder"],
        };
}
