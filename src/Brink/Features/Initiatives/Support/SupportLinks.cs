using System.Globalization;

namespace Brink.Features.Initiatives.Support;

/// <summary>The addresses of support for an initiative. Addresses are promises: they stay.</summary>
public static class SupportLinks
{
    public static string Back(long id) => Of(id, "steun");

    public static string Voice(long id) => Of(id, "zorg");

    public static string AllSupport(long id) => Of(id, "steun/alles");

    public static string AllConcerns(long id, int page = 1) =>
        Of(id, "zorgen") + (page > 1 ? "?pagina=" + Number(page) : "");

    public static string OwnConcern(long id, long concernId) => Of(id, "zorg/" + Number(concernId));

    public static string AnswerConcern(long id, long concernId) => Of(id, $"zorg/{Number(concernId)}/antwoord");

    public static string Endorse(long id) => Of(id, "vereniging");

    public static string EnterForSomeone(long id) => Of(id, "steun/invoeren");

    /// <summary>To print, and to lay somewhere.</summary>
    public static string PaperList(long id) => Of(id, "steun/papier");

    public static string Tallies(long id) => Of(id, "steun/lijsten");

    public static string Tally(long id, long tallyId) => Of(id, "steun/lijsten/" + Number(tallyId));

    public static string Scan(long id, long tallyId) => Of(id, $"steun/lijsten/{Number(tallyId)}/scan");

    public static string ConfirmBacking(string secret) => "/steun/bevestigen/" + secret;

    public static string ConfirmConcern(string secret) => "/zorg/bevestigen/" + secret;

    private static string Of(long id, string what) => $"{InitiativeLinks.List}/{Number(id)}/{what}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
