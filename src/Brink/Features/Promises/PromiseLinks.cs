using System.Globalization;

namespace Brink.Features.Promises;

public static class PromiseLinks
{
    public const string List = "/toezeggingen";
    public const string Late = List + "?staat=te-laat";
    public const string Kept = List + "?staat=nagekomen";

    /// <summary>What waits for the viewer, and what the viewer waits for.</summary>
    public const string Mine = "/mijn/toezeggingen";
    public const string MineToCome = Mine + "?lijst=u-wacht-op";

    /// <summary>One's own calendar address.</summary>
    public const string CalendarSettings = "/mijn/instellingen/agenda";

    public static string Show(long id) => $"{List}/{Number(id)}";

    /// <param name="subjectId">What it is about.</param>
    public static string New(long subjectId) => $"{List}/nieuw?over={Number(subjectId)}";

    public static string Received(long id) => Show(id) + "/ontvangen";

    public static string Accept(long id) => Show(id) + "/antwoord";

    public static string Move(long id) => Show(id) + "/andere-dag";

    public static string DecideMove(long id) => Show(id) + "/andere-dag/antwoord";

    public static string Keep(long id) => Show(id) + "/nagekomen";

    /// <summary>The photo that shows that it was kept.</summary>
    public static string Photo(long id) => Show(id) + "/foto";

    public static string Release(long id) => Show(id) + "/vervalt";

    /// <summary>What an organisation promised, and how that went.</summary>
    public static string Of(long organisationId) => $"{List}/van/{Number(organisationId)}";

    public static string Calendar(string secret) => $"/agenda/{secret}.ics";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
