using System.Globalization;

namespace Brink.Features.Places.Administration;

/// <summary>The addresses of administration.</summary>
public static class AdministrationLinks
{
    public const string Index = "/beheer";
    public const string Municipality = "/beheer/gemeente";
    public const string Policy = "/beheer/gemeente/beleid";
    public const string Retention = "/beheer/gemeente/bewaren";
    public const string Look = "/beheer/gemeente/uiterlijk";
    public const string Defects = "/beheer/gemeente/kapot";
    public const string Villages = "/beheer/dorpen";
    public const string NewVillage = "/beheer/dorpen/nieuw";
    public const string Organisations = "/beheer/organisaties";
    public const string NewOrganisation = "/beheer/organisaties/nieuw";
    public const string People = "/beheer/mensen";
    public const string NewPerson = "/beheer/mensen/nieuw";
    public const string Contacts = "/beheer/contactpersonen";
    public const string Import = "/beheer/inlezen";

    public static string Village(long id) => $"{Villages}/{Number(id)}";

    public static string Inhabitants(long id) => $"{Village(id)}/inwoners";

    public static string ForgetInhabitants(long id, int year) => $"{Inhabitants(id)}?haalweg={Number(year)}";

    public static string Organisation(long id) => $"{Organisations}/{Number(id)}";

    public static string Recognition(long id) => $"{Organisation(id)}/erkenning";

    public static string Representation(long id) => $"{Organisation(id)}/dorpen";

    public static string Membership(long id) => $"{Organisation(id)}/koepel";

    public static string Person(long id) => $"{People}/{Number(id)}";

    public static string GiveRole(long personId) => $"{Person(personId)}/rol";

    /// <summary>Looks for somebody for a role in a village.</summary>
    public static string Find(WantedRole wanted) => People + wanted.Query;

    public static string EndRole(long holdingId) => $"/beheer/rollen/{Number(holdingId)}";

    /// <param name="kind">dorpen or organisaties.</param>
    public static string ImportOf(string kind) => $"{Import}/{kind}";

    public static string Template(string kind) => $"{Import}/{kind}.csv";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
