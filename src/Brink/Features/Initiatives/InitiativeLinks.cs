using System.Globalization;

namespace Brink.Features.Initiatives;

/// <summary>The addresses of everything around an initiative. Addresses are promises: they stay.</summary>
public static class InitiativeLinks
{
    public const string List = "/initiatieven";
    public const string ListFeed = "/initiatieven/feed";
    public const string Map = "/initiatieven/kaart";
    public const string Download = "/initiatieven/lijst.csv";

    /// <summary>The liaison's working list.</summary>
    public const string Intake = "/initiatieven/intake";

    public static string Show(long id, string slug) => $"{List}/{Number(id)}-{slug}";

    /// <summary>Leads to <see cref="Show"/>: for paper, where somebody types it over.</summary>
    public static string Short(long id) => $"{List}/{Number(id)}";

    /// <param name="villageId">The village that is chosen beforehand.</param>
    public static string HandIn(long? villageId = null) => villageId is { } id ? "/idee?dorp=" + Number(id) : "/idee";

    /// <summary>Where the contact person or liaison confirms for a sender without mail.</summary>
    public static string Confirm(long id) => Act(id, "bevestigen");

    public static string TakeIn(long id) => Act(id, "oppakken");

    public static string Answer(long id) => Act(id, "antwoord");

    public static string BringIn(long id) => Act(id, "collega");

    public static string Reach(long id) => Act(id, "bereiken");

    public static string Ask(long id) => Act(id, "vraag");

    public static string Reply(long id, long questionId) => Act(id, $"vraag/{Number(questionId)}/antwoord");

    public static string Need(long id) => Act(id, "nodig");

    public static string GroundRules(long id) => Act(id, "spelregels");

    public static string GroundRules(long id, int number) => Act(id, "spelregels/" + Number(number));

    public static string ProposeRules(long id) => Act(id, "spelregels/voorstel");

    public static string AnswerRules(long id) => Act(id, "spelregels/antwoord");

    public static string RulesParties(long id) => Act(id, "spelregels/partijen");

    /// <summary>What happens next, after a proposal.</summary>
    public static string RulesReceipt(long id, int number) => GroundRules(id, number) + "/ontvangen";

    public static string Budget(long id) => Act(id, "begroting");

    public static string BudgetFile(long id) => Act(id, "begroting.csv");

    /// <param name="kind">As in <see cref="Initiatives.Budget.BudgetCodes"/>.</param>
    public static string NewBudgetLine(long id, string kind) => Act(id, $"begroting/nieuw/{kind}");

    public static string BudgetLine(long id, long lineId) => Act(id, "begroting/regel/" + Number(lineId));

    public static string HourValue(long id) => Act(id, "begroting/uren");

    public static string Photos(long id) => Act(id, "fotos");

    public static string Update(long id) => Act(id, "bericht");

    public static string Phase(long id) => Act(id, "fase");

    public static string Edit(long id) => Act(id, "aanpassen");

    public static string Spot(long id) => Act(id, "plek");

    public static string Withdraw(long id) => Act(id, "intrekken");

    public static string Follow(long id) => "/volgen/" + Number(id);

    public static string Feed(long id) => Act(id, "feed");

    public static string Poster(long id) => Act(id, "poster");

    public static string Photo(long id, long fileId) => Act(id, "foto/" + Number(fileId));

    private static string Act(long id, string act) => $"{List}/{Number(id)}/{act}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
