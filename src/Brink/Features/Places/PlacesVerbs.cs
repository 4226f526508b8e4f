namespace Brink.Features.Places;

public static class PlacesVerbs
{
    public const string MunicipalityAdded = "municipality.added";
    public const string MunicipalityChanged = "municipality.changed";
    public const string VillageAdded = "village.added";
    public const string VillageChanged = "village.changed";
    public const string VillagePageChanged = "village.page-changed";
    public const string InhabitantsRecorded = "village.inhabitants-recorded";
    public const string FacilityChanged = "village.facility-changed";
    public const string ThemeAdded = "theme.added";
    public const string OrganisationAdded = "organisation.added";
    public const string OrganisationChanged = "organisation.changed";
    public const string RoleGiven = "role.given";
    public const string RoleEnded = "role.ended";
    public const string PersonAdded = "person.added";
    public const string PersonChanged = "person.changed";
    public const string Imported = "places.imported";
}
