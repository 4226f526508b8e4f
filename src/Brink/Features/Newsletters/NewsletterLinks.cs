using System.Globalization;

namespace Brink.Features.Newsletters;

/// <summary>The addresses of newsletters and of getting them. Addresses are promises: they stay.</summary>
public static class NewsletterLinks
{
    public const string Subscribe = "/nieuwsbrief";
    public const string List = "/nieuwsbrieven";
    public const string Work = "/nieuwsbrieven/werk";
    public const string New = "/nieuwsbrieven/nieuw";
    public const string Subscriptions = "/beheer/nieuwsbrief";

    public static string Confirm(string secret) => $"{Subscribe}/bevestigen/{secret}";

    public static string Stop(string secret) => $"{Subscribe}/afmelden/{secret}";

    public static string Change(string secret) => $"{Subscribe}/keuze/{secret}";

    public static string Show(long id, string slug) => $"{List}/{Number(id)}-{slug}";

    public static string Print(long id) => Act(id, "afdrukken");

    public static string Make(long id) => Act(id, "maken");

    public static string Choose(long id) => Act(id, "kiezen");

    public static string Write(long id) => Act(id, "woorden");

    public static string Item(long id, long item) => Act(id, "onderdelen/" + Number(item));

    public static string AsMail(long id) => Act(id, "als-mail");

    public static string Send(long id) => Act(id, "versturen");

    public static string Sending(long id) => Act(id, "verzending");

    public static string ThrowAway(long id) => Act(id, "weggooien");

    private static string Act(long id, string act) => $"{List}/{Number(id)}/{act}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
