using System.Globalization;

namespace Brink.Features.Places;

/// <summary>The addresses of villages, organisations and contacts. Addresses are promises: they stay.</summary>
public static class PlacesLinks
{
    public const string Villages = "/dorpen";
    public const string Map = "/dorpen/kaart";
    public const string Organisations = "/organisaties";
    public const string Contacts = "/contact";

    public static string Village(long id, string slug) => $"{Villages}/{Number(id)}-{slug}";

    public static string EditVillage(long id, string slug) => $"{Village(id, slug)}/bewerken";

    /// <summary>What suits the village (P7).</summary>
    public static string TailorMade(long id, string slug) => $"{Village(id, slug)}/maatwerk";

    public static string EditTailorMade(long id, string slug) => $"{TailorMade(id, slug)}/bijwerken";

    public static string VillagePhoto(long id, string slug) => $"{Village(id, slug)}/foto";

    public static string VillageFacilities(long id, string slug) => $"{Village(id, slug)}/voorzieningen";

    public static string NewFacility(long id, string slug) => $"{VillageFacilities(id, slug)}/nieuw";

    public static string Facility(long id, string slug, long facilityId) =>
        $"{VillageFacilities(id, slug)}/{Number(facilityId)}";

    public static string Photo(long villageId, long fileId) => $"{Villages}/{Number(villageId)}/foto/{Number(fileId)}";

    public static string Organisation(long id, string name) =>
        $"{Organisations}/{Number(id)}-{Platform.Text.Slug.From(name)}";

    public static string BankAccount(long id, string name) => $"{Organisation(id, name)}/rekening";

    public static string Contact(long villageId) => $"{Contacts}?dorp={Number(villageId)}";

    public static string Feed(long villageId) => $"{Villages}/{Number(villageId)}/feed";

    /// <summary>How to put the village on another site.</summary>
    public static string Embed(long id, string slug) => $"{Village(id, slug)}/insluiten";

    /// <summary>All that goes on in it, for whoever is going there.</summary>
    public static string File(long id) => $"{Villages}/{Number(id)}/overzicht";

    public static string Follow(long subjectId) => "/volgen/" + Number(subjectId);

    public static string Initiatives(long villageId) => "/initiatieven?dorp=" + Number(villageId);

    public static string HandIn(long villageId) => "/idee?dorp=" + Number(villageId);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
