using System.Globalization;

namespace Brink.Features.Exchange;

/// <summary>The addresses of asking, offering and knowing. Addresses are promises: they stay.</summary>
public static class ExchangeLinks
{
    public const string Help = "/hulp";
    public const string New = "/hulp/nieuw";
    public const string Received = "/hulp/ontvangen";
    public const string Experts = "/wie-weet-het";
    public const string NewExpert = "/wie-weet-het/nieuw";
    public const string ExpertAsked = "/wie-weet-het/verstuurd";

    public static string Show(long id, string slug) => $"{Help}/{Number(id)}-{slug}";

    public static string Ask(HelpDirection direction) => $"{New}?soort={CodeOf(direction)}";

    /// <summary>What an initiative needs.</summary>
    public static string AskFor(long initiativeId) => $"{New}?soort=vraag&initiatief={Number(initiativeId)}";

    public static string Respond(long id) => Act(id, "reageren");

    public static string Responses(long id) => Act(id, "reacties");

    public static string Response(long id, long responseId) => Act(id, $"reacties/{Number(responseId)}");

    public static string Finish(long id) => Act(id, "klaar");

    public static string Withdraw(long id) => Act(id, "intrekken");

    public static string HandOver(long id) => Act(id, "overdragen");

    public static string Confirm(string secret) => "/hulp/bevestigen/" + secret;

    public static string Expert(long id, string slug) => $"{Experts}/{Number(id)}-{slug}";

    public static string AskExpert(long id) => ExpertAct(id, "vragen");

    public static string EditExpert(long id) => ExpertAct(id, "aanpassen");

    public static string LeaveExperts(long id) => ExpertAct(id, "afmelden");

    public static string MarkExpert(long id) => ExpertAct(id, "specialist");

    public static string Question(long questionId) => $"{Experts}/vraag/{Number(questionId)}";

    public static string CodeOf(HelpDirection direction) => direction == HelpDirection.Offer ? "aanbod" : "vraag";

    private static string Act(long id, string act) => $"{Help}/{Number(id)}/{act}";

    private static string ExpertAct(long id, string act) => $"{Experts}/{Number(id)}/{act}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
