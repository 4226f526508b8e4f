using System.Globalization;

namespace Brink.Features.Standpoints;

/// <summary>The addresses of everything around a standpoint. Addresses are promises: they stay.</summary>
public static class StandpointLinks
{
    public const string List = "/standpunten";
    public const string Write = "/standpunten/nieuw";

    public static string Show(long id, string slug) => $"{List}/{Number(id)}-{slug}";

    public static string Edit(long id) => Act(id, "aanpassen");

    public static string Sources(long id) => Act(id, "bronnen");

    public static string Open(long id) => Act(id, "rondsturen");

    /// <param name="associationId">The association that speaks, where somebody speaks for more than one.</param>
    public static string React(long id, long? associationId = null) =>
        Act(id, "reageren") + (associationId is { } one ? "?namens=" + Number(one) : "");

    public static string TakeBack(long id, long associationId) =>
        Act(id, "terugnemen") + "?namens=" + Number(associationId);

    public static string Enter(long id) => Act(id, "invoeren");

    /// <summary>The paper a reaction was typed over from.</summary>
    public static string Scan(long id, long signatureId) => Act(id, $"reacties/{Number(signatureId)}/scan");

    public static string Send(long id) => Act(id, "versturen");

    public static string Answer(long id) => Act(id, "antwoord");

    public static string Withdraw(long id) => Act(id, "intrekken");

    private static string Act(long id, string act) => $"{List}/{Number(id)}/{act}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
