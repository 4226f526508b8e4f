using System.Globalization;

namespace Brink.Features.Agenda;

/// <summary>The addresses of agendas. Addresses are promises: they stay.</summary>
public static class AgendaLinks
{
    public static string Of(long organisationId) =>
        string.Create(CultureInfo.InvariantCulture, $"/organisaties/{organisationId}/agenda");

    public static string DealtWith(long organisationId) => Of(organisationId) + "?stand=behandeld";

    public static string New(long organisationId) => Of(organisationId) + "/nieuw";

    /// <summary>Ticking a point off, or taking it off.</summary>
    public static string Point(long organisationId, long id) =>
        Of(organisationId) + "/" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Puts a subject on an agenda.</summary>
    public static string Put(long subjectId) =>
        string.Create(CultureInfo.InvariantCulture, $"/op-de-agenda/{subjectId}");

    public static string Put(long subjectId, long organisationId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Put(subjectId)}?voor={organisationId}");

    public static string Saved(long organisationId) => Of(organisationId) + "?bewaard=ja";
}
